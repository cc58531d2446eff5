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

    private readonly PixelNormalization _normalization;

    /// <summary>Makes a preprocessor.</summary>
    /// <param name="spec">What it follows.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is not positive.</exception>
    public ImagePreprocessor(PreprocessSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(spec.Size);
        Spec = spec;
        _normalization = new(spec.Mean, spec.Std);
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
        int length = Spec.Size * Spec.Size * Channels;
        RequireLength(pixels.Length, length, nameof(pixels));
        RequireLength(planes.Length, length, nameof(planes));
        _normalization.Run(pixels, planes);
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
