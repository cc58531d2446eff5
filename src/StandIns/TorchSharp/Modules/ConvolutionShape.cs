using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>How a 2-d convolution steps over its input. Where the padding is named, its numbers do not count.</summary>
internal sealed record ConvolutionShape(
    long InChannels, long[] Stride, long[] Padding, Padding? PaddingType, long[] Dilation, PaddingModes Mode,
    long Groups)
{
    /// <exception cref="ArgumentException">The input is no image of that many channels, or batch of such.</exception>
    internal void Require(Tensor input)
    {
        var shape = input.shape;
        if (!(shape.Length == 4 && shape[1] == InChannels) && !(shape.Length == 3 && shape[0] == InChannels))
        {
            throw new ArgumentException(
                $"Expected 3D (unbatched) or 4D (batched) input with {InChannels} channels to Conv2d.");
        }
    }

    /// <summary>What is added left, right, above and below where the border is not filled with 0.</summary>
    internal long[] Margins(long height, long width)
    {
        if (PaddingType is null) return [Padding[1], Padding[1], Padding[0], Padding[0]];
        if (PaddingType == TorchSharp.Padding.Valid) return [0, 0, 0, 0];
        var (vertical, horizontal) = (Dilation[0] * (height - 1), Dilation[1] * (width - 1));
        return [horizontal / 2, horizontal - (horizontal / 2), vertical / 2, vertical - (vertical / 2)];
    }
}
