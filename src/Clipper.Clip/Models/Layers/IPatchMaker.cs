using static TorchSharp.torch;

namespace Clipper.Clip.Models.Layers;

/// <summary>Makes the rows of <see cref="PatchRows"/>, on the tower's device, of images on the host; for one caller at
/// a time.</summary>
internal interface IPatchMaker : IDisposable
{
    /// <summary>uint8 [count, size, size, 3] to float32 rows of (v/255 − mean)/std.</summary>
    Tensor FromPixels(ReadOnlySpan<byte> pixels, int count);

    /// <summary>float32 [count, 3, size, size], normalised, to rows.</summary>
    Tensor FromPlanes(ReadOnlySpan<float> planes, int count);
}
