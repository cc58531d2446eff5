using TorchSharp.Native;

namespace TorchSharp;

/// <summary>Switches the recording of gradients on this thread until disposed.</summary>
internal sealed class GradMode : IDisposable
{
    private readonly int _before = NativeMethods.clipper_grad_mode();

    internal GradMode(bool enabled) => NativeMethods.clipper_set_grad_mode(enabled ? 1 : 0);

    /// <inheritdoc/>
    public void Dispose() => NativeMethods.clipper_set_grad_mode(_before);
}
