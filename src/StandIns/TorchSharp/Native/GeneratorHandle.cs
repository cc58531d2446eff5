using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>Owns one at::Generator.</summary>
internal sealed class GeneratorHandle : SafeHandle
{
    internal GeneratorHandle(nint generator)
        : base(0, ownsHandle: true) => SetHandle(generator);

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        NativeMethods.clipper_generator_free(handle);
        return true;
    }
}
