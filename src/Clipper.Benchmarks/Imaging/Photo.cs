using Clipper.Clip.Imaging;

namespace Clipper.Benchmarks.Imaging;

/// <summary>The picture that the imaging benchmarks work on: 640 × 427, a JPEG of ordinary quality.</summary>
internal static class Photo
{
    /// <summary>Bytes of the decoded picture.</summary>
    public const int Bytes = 640 * 427 * 3;

    /// <summary>The bytes of the file.</summary>
    public static byte[] Read()
    {
        using Stream stream = typeof(Photo).Assembly.GetManifestResourceStream("photo.jpg")
            ?? throw new FileNotFoundException("The assembly lacks its resource photo.jpg.");
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>The decoded picture.</summary>
    public static Raster Decode() => ImageDecoder.Decode(Read(), "photo.jpg");
}
