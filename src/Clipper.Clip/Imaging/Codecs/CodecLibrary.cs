using System.Runtime.InteropServices;
using System.Text;

namespace Clipper.Clip.Imaging.Codecs;

/// <summary>The native codecs (src/Native/codecs): header calls, decode calls, and their status as
/// exceptions.</summary>
internal static partial class CodecLibrary
{
    private const string Library = "clipper_codecs";
    private const int MessageSize = 256;
    private const int Ok = 0;
    private const int Truncated = 2;

    /// <summary>A call that reads a header into <typeparamref name="THeader"/>.</summary>
    public delegate int HeaderCall<THeader>(
        ReadOnlySpan<byte> data, nuint size, out THeader header, Span<byte> message);

    /// <summary>A call that decodes into the caller's buffer, one row every <c>stride</c> bytes.</summary>
    public delegate int DecodeCall(
        ReadOnlySpan<byte> data, nuint size, Span<byte> pixels, nuint stride, Span<byte> message);

    /// <summary>Names and versions of the libraries, for example <c>libjpeg-turbo 2.1.5; libpng 1.6.39; giflib
    /// 5.2.1; libtiff 20221213</c>.</summary>
    public static string Versions { get; } = Marshal.PtrToStringUTF8(ReadVersions()) ?? string.Empty;

    /// <summary>Reads a header.</summary>
    /// <exception cref="ImageException">The library refused it.</exception>
    public static THeader ReadHeader<THeader>(
        HeaderCall<THeader> call, ReadOnlySpan<byte> data, string format, string name)
    {
        Span<byte> message = stackalloc byte[MessageSize];
        message.Clear();
        Check(call(data, (nuint)data.Length, out THeader header, message), message, format, name);
        return header;
    }

    /// <summary>Decodes into a picture, from byte <paramref name="offset"/> of its pixels on; disposes it on
    /// failure.</summary>
    /// <exception cref="ImageException">The library refused the data, or they end too early.</exception>
    public static void Decode(
        DecodeCall call, ReadOnlySpan<byte> data, Raster target, int offset, (string Format, string Name) source)
    {
        Span<byte> message = stackalloc byte[MessageSize];
        message.Clear();
        Span<byte> pixels = target.Writable[offset..];
        int status = call(data, (nuint)data.Length, pixels, (nuint)target.Stride, message);
        if (status != Ok)
        {
            target.Dispose();
        }

        Check(status, message, source.Format, source.Name);
    }

    [LibraryImport(Library, EntryPoint = "clipper_jpeg_info")]
    public static partial int JpegInfo(
        ReadOnlySpan<byte> data, nuint size, out JpegHeader header, Span<byte> message);

    [LibraryImport(Library, EntryPoint = "clipper_jpeg_decode")]
    public static partial int JpegDecode(
        ReadOnlySpan<byte> data, nuint size, Span<byte> pixels, nuint stride, Span<byte> message);

    [LibraryImport(Library, EntryPoint = "clipper_png_info")]
    public static partial int PngInfo(ReadOnlySpan<byte> data, nuint size, out PngHeader header, Span<byte> message);

    [LibraryImport(Library, EntryPoint = "clipper_png_decode")]
    public static partial int PngDecode(
        ReadOnlySpan<byte> data, nuint size, Span<byte> pixels, nuint stride, Span<byte> message);

    [LibraryImport(Library, EntryPoint = "clipper_gif_info")]
    public static partial int GifInfo(ReadOnlySpan<byte> data, nuint size, out GifHeader header, Span<byte> message);

    [LibraryImport(Library, EntryPoint = "clipper_gif_decode")]
    public static partial int GifDecode(
        ReadOnlySpan<byte> data, nuint size, Span<byte> pixels, nuint stride, Span<byte> message);

    [LibraryImport(Library, EntryPoint = "clipper_tiff_info")]
    public static partial int TiffInfo(ReadOnlySpan<byte> data, nuint size, out TiffHeader header, Span<byte> message);

    [LibraryImport(Library, EntryPoint = "clipper_tiff_decode")]
    public static partial int TiffDecode(
        ReadOnlySpan<byte> data, nuint size, Span<byte> pixels, nuint stride, Span<byte> message);

    [LibraryImport(Library, EntryPoint = "clipper_codecs_versions")]
    private static partial nint ReadVersions();

    private static void Check(int status, ReadOnlySpan<byte> message, string format, string name)
    {
        if (status == Ok)
        {
            return;
        }

        int end = message.IndexOf((byte)0);
        string reason = Encoding.UTF8.GetString(end < 0 ? message : message[..end]);
        throw status == Truncated
            ? ImageFailure.Truncated(name, format)
            : ImageFailure.Broken(name, format, reason);
    }
}
