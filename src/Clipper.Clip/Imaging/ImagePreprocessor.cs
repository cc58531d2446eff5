using System.Globalization;
using Clipper.Clip.Imaging.Codecs;
using Clipper.Clip.Imaging.Resampling;

namespace Clipper.Clip.Imaging;

/// <summary>Encoded image bytes to pixels, bit for bit as Pillow 9.4 and torchvision do it. Thread-safe.</summary>
public sealed class ImagePreprocessor
{
    /// <summary>Raised whenever the same image and spec could give other pixels than before.</summary>
    private const int Schema = 1;

    private const int Channels = 3;
    private const int Levels = 256;

    private readonly float[] _normalized;

    /// <summary>Makes a preprocessor.</summary>
    /// <param name="spec">What it follows.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is not positive.</exception>
    public ImagePreprocessor(PreprocessSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(spec.Size);
        Spec = spec;
        _normalized =
        [
            .. NormalizedLevels(spec.Mean.R, spec.Std.R),
            .. NormalizedLevels(spec.Mean.G, spec.Std.G),
            .. NormalizedLevels(spec.Mean.B, spec.Std.B),
        ];
    }

    /// <summary>The specification that it follows.</summary>
    public PreprocessSpec Spec { get; }

    /// <summary>Names and versions of the native image decoders.</summary>
    public static string DecoderVersions => CodecLibrary.Versions;

    /// <summary>Canonical text of everything that decides the pixels: the spec, the code's schema number, decoder names
    /// and versions. Part of the embedding cache's key.</summary>
    public string Fingerprint => string.Create(
        CultureInfo.InvariantCulture,
        $"preprocess {Schema}; size {Spec.Size}; order {Spec.Order}; detour {Spec.Detour}; "
        + $"mean {Text(Spec.Mean)}; std {Text(Spec.Std)}; {CodecLibrary.Versions}");

    /// <summary>Decodes, resizes and crops to uint8 [Size, Size, 3].</summary>
    /// <param name="encoded">The bytes of a JPEG, PNG, GIF, BMP or TIFF file.</param>
    /// <param name="name">Names the image in errors.</param>
    /// <param name="pixels">Size × Size × 3 bytes, RGB.</param>
    /// <exception cref="ImageException">The bytes are not a readable image.</exception>
    public void ToPixels(ReadOnlySpan<byte> encoded, string name, Span<byte> pixels)
    {
        using Raster decoded = ImageDecoder.Decode(encoded, name);
        ToPixels(decoded, name, pixels);
    }

    /// <summary>Changes a decoded picture, then resizes and crops it to uint8 [Size, Size, 3]. Where there is a detour
    /// the change comes after it, as in the reference.</summary>
    /// <param name="picture">Any mode; it is left as it is.</param>
    /// <param name="name">Names the image in errors.</param>
    /// <param name="change">Makes the picture that is embedded, a new one.</param>
    /// <param name="pixels">Size × Size × 3 bytes, RGB.</param>
    /// <exception cref="ImageException">The picture is so narrow that its longer side would not fit in
    /// Pillow.</exception>
    public void ToPixels(Raster picture, string name, Func<Raster, Raster> change, Span<byte> pixels)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(change);
        RequireLength(pixels.Length, Spec.Size * Spec.Size * Channels, nameof(pixels));
        using Raster? prepared = Prepare(picture);
        using Raster changed = change(prepared ?? picture);
        ResizeAndCrop(changed, name, pixels);
    }

    /// <summary>Resizes and crops a decoded picture to uint8 [Size, Size, 3].</summary>
    /// <param name="picture">Any mode; it is left as it is.</param>
    /// <param name="name">Names the image in errors.</param>
    /// <param name="pixels">Size × Size × 3 bytes, RGB.</param>
    /// <exception cref="ImageException">The picture is so narrow that its longer side would not fit in
    /// Pillow.</exception>
    public void ToPixels(Raster picture, string name, Span<byte> pixels)
    {
        ArgumentNullException.ThrowIfNull(picture);
        RequireLength(pixels.Length, Spec.Size * Spec.Size * Channels, nameof(pixels));
        using Raster? prepared = Prepare(picture);
        ResizeAndCrop(prepared ?? picture, name, pixels);
    }

    /// <summary>uint8 [Size, Size, 3] to float32 [3, Size, Size]: (v/255 − mean)/std in fp32.</summary>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public void Normalize(ReadOnlySpan<byte> pixels, Span<float> planes)
    {
        int area = Spec.Size * Spec.Size;
        RequireLength(pixels.Length, area * Channels, nameof(pixels));
        RequireLength(planes.Length, area * Channels, nameof(planes));
        for (int channel = 0; channel < Channels; channel++)
        {
            ReadOnlySpan<float> levels = _normalized.AsSpan(channel * Levels, Levels);
            Span<float> plane = planes.Slice(channel * area, area);
            for (int i = 0, from = channel; i < plane.Length; i++, from += Channels)
            {
                plane[i] = levels[pixels[from]];
            }
        }
    }

    private static float[] NormalizedLevels(float mean, float std)
    {
        float[] levels = new float[Levels];
        for (int value = 0; value < Levels; value++)
        {
            levels[value] = ((value / 255f) - mean) / std;
        }

        return levels;
    }

    private static string Text(ChannelTriple triple) =>
        string.Create(CultureInfo.InvariantCulture, $"{triple.R:R},{triple.G:R},{triple.B:R}");

    private static void RequireLength(int length, int expected, string parameter)
    {
        if (length != expected)
        {
            throw new ArgumentException($"Expected {expected} elements, got {length}.", parameter);
        }
    }

    // What comes before the resize to the model's size; null where nothing does.
    private Raster? Prepare(Raster picture) => Spec.Detour != PreprocessDetour.None
        ? PreprocessDetours.Run(Spec.Detour, picture)
        : Spec.Order == PreprocessOrder.HuggingFace ? picture.ToRgb() : null;

    private void ResizeAndCrop(Raster picture, string name, Span<byte> pixels)
    {
        CropGeometry geometry = CropGeometry.For(picture.Width, picture.Height, Spec.Size);
        ImageFailure.ThrowIfTooNarrow(name, picture, geometry);
        using Raster square = CenterCropResizer.Run(picture, geometry, Spec.Size);
        RgbConversion.Convert(square, pixels);
    }
}
