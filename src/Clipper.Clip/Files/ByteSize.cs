using System.Globalization;

namespace Clipper.Clip.Files;

/// <summary>How numbers of bytes are said.</summary>
public static class ByteSize
{
    /// <summary>Bytes of a gigabyte.</summary>
    public const double Gigabyte = 1 << 30;

    private const double Megabyte = 1 << 20;
    private const double Kilobyte = 1 << 10;

    /// <summary>For example <c>337.6 MB</c>: powers of 1024, one digit behind the point.</summary>
    public static string Text(long bytes) => bytes switch
    {
        < 1 << 10 => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
        < 1 << 20 => string.Create(CultureInfo.InvariantCulture, $"{bytes / Kilobyte:F1} KB"),
        < 1 << 30 => string.Create(CultureInfo.InvariantCulture, $"{bytes / Megabyte:F1} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / Gigabyte:F1} GB"),
    };
}
