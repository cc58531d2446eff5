using Clipper.Clip.Imaging.Codecs;

namespace Clipper.Clip.Imaging;

/// <summary>Bytes of an image file to a picture in the mode that Pillow 9.4 would give it. The format is found from the
/// content, never from the file's name. EXIF orientation is ignored, as CLIP's own preprocessing ignores it, but
/// that of a TIFF is followed, as Pillow does; of an animation the first frame is taken. Thread-safe.</summary>
public static class ImageDecoder
{
    /// <summary>Decodes a JPEG, PNG, GIF, BMP or TIFF file.</summary>
    /// <param name="encoded">The whole file.</param>
    /// <param name="name">Names the image in errors.</param>
    /// <returns>The picture; the caller disposes it.</returns>
    /// <exception cref="ImageException">Empty, truncated, damaged, not an image, of another format, or more than
    /// <see cref="Raster.MaxPixels"/> pixels (refused before anything is allocated).</exception>
    public static Raster Decode(ReadOnlySpan<byte> encoded, string name)
    {
        return ImageFormats.Find(encoded) switch
        {
            ImageFormat.Jpeg => JpegDecoder.Decode(encoded, name),
            ImageFormat.Png => PngDecoder.Decode(encoded, name),
            ImageFormat.Gif => GifDecoder.Decode(encoded, name),
            ImageFormat.Bmp => BmpDecoder.Decode(encoded, name),
            ImageFormat.Tiff => TiffDecoder.Decode(encoded, name),
            _ => throw ImageFailure.NotAnImage(name, encoded),
        };
    }

    /// <summary>Whether the picture has one channel and no palette (NumPy sees an array of rank 2). Of a JPEG only the
    /// header is read.</summary>
    /// <param name="encoded">The whole file.</param>
    /// <param name="name">Names the image in errors.</param>
    /// <exception cref="ImageException">As <see cref="Decode"/>.</exception>
    public static bool IsGrey(ReadOnlySpan<byte> encoded, string name)
    {
        if (ImageFormats.Find(encoded) == ImageFormat.Jpeg)
        {
            return JpegDecoder.IsGrey(encoded, name);
        }

        using Raster picture = Decode(encoded, name);
        return picture.Mode is ImageMode.Grey or ImageMode.Bilevel or ImageMode.Int32;
    }
}
