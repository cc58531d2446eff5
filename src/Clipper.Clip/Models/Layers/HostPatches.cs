using System.Buffers;
using System.Runtime.InteropServices;
using Clipper.Clip.Imaging;
using static TorchSharp.torch;

namespace Clipper.Clip.Models.Layers;

/// <summary>Rows that the processor normalises and cuts, for a tower on the CPU.</summary>
internal sealed class HostPatches(VisionSettings settings, ImagePreprocessor preprocessor) : IPatchMaker
{
    private readonly int _imageValues = 3 * settings.ImageSize * settings.ImageSize;

    // Image by image, so that the planes stay in the core's caches.
    public Tensor FromPixels(ReadOnlySpan<byte> pixels, int count)
    {
        var rows = Unfilled(count);
        Span<float> values = MemoryMarshal.Cast<byte, float>(rows.bytes);
        float[] buffer = ArrayPool<float>.Shared.Rent(_imageValues);
        Span<float> planes = buffer.AsSpan(0, _imageValues);
        int imageRows = settings.Tokens * settings.PatchValues;
        for (int image = 0; image < count; image++)
        {
            preprocessor.Normalize(pixels.Slice(image * _imageValues, _imageValues), planes);
            PatchRows.Fill(planes, 1, settings, values.Slice(image * imageRows, imageRows));
        }

        ArrayPool<float>.Shared.Return(buffer);
        return rows;
    }

    public Tensor FromPlanes(ReadOnlySpan<float> planes, int count)
    {
        var rows = Unfilled(count);
        PatchRows.Fill(planes, count, settings, MemoryMarshal.Cast<byte, float>(rows.bytes));
        return rows;
    }

    public void Dispose()
    {
    }

    private Tensor Unfilled(int count) => empty(count, settings.Tokens, settings.PatchValues);
}
