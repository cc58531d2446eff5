using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>Owns one at::Tensor.</summary>
internal sealed class TensorHandle : SafeHandle
{
    internal TensorHandle(nint tensor)
        : base(0, ownsHandle: true) => SetHandle(tensor);

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        NativeMethods.clipper_tensor_free(handle);
        return true;
    }
}
