using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Stops the recording of gradients on this thread until disposed.</summary>
    public static IDisposable no_grad() => new GradMode(false);

    public static IDisposable enable_grad(bool enabled = true) => new GradMode(enabled);

    public static IDisposable set_grad_enabled(bool mode = true) => new GradMode(mode);

    public static bool is_grad_enabled() => NativeMethods.clipper_grad_mode() != 0;

    /// <summary>
    /// Like <see cref="no_grad"/>, and without version counters: faster, but the results cannot be trained on.
    /// </summary>
    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);
}
