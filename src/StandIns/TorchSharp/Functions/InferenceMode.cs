using TorchSharp.Native;

namespace TorchSharp;

/// <summary>
/// Keeps this thread in inference mode until disposed on the same thread; its tensors cannot record gradients.
/// </summary>
internal sealed class InferenceMode : IDisposable
{
    private nint _guard;

    internal InferenceMode(bool enabled) =>
        _guard = NativeError.Check(NativeMethods.clipper_inference_enter(enabled ? 1 : 0));

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_guard == 0) return;
        NativeMethods.clipper_inference_leave(_guard);
        _guard = 0;
    }
}
