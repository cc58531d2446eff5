using static TorchSharp.torch;

namespace TorchSharp.Native;

/// <summary>How a factory makes its tensor. No type = that of the data, or float32; no device = CPU.</summary>
internal readonly record struct TensorOptions(
    ScalarType? Dtype, Device? Device, bool RequiresGrad, string[]? Names = null)
{
    /// <summary>Refuses what only the real library can do.</summary>
    /// <exception cref="NotSupportedException">Dimension names were given.</exception>
    internal void RefuseNames()
    {
        if (Names is { Length: > 0 }) throw new NotSupportedException("Named dimensions are not supported here.");
    }

    /// <summary>Lets the new tensor record gradients where that was asked for.</summary>
    internal Tensor Apply(Tensor made) => RequiresGrad ? made.requires_grad_() : made;
}
