namespace Clipper.Bench.Downloads;

/// <summary>A file to fetch.</summary>
/// <param name="Target">Where it shall lie; <c>Target.part</c> holds it until it is whole and checked.</param>
/// <param name="Origins">Where it can be had, http or https, tried in this order.</param>
public sealed record DownloadRequest(string Target, IReadOnlyList<Uri> Origins)
{
    private const long UsualLimit = 1L << 40;

    /// <summary>Lower-case hexadecimal SHA-256 of the file; null where nobody has published it.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Its bytes; null where nobody has published them.</summary>
    public long? Size { get; init; }

    /// <summary>The most bytes to take where the size is not known (1 TiB).</summary>
    public long Limit { get; init; } = UsualLimit;

    /// <summary>Whether a file that is there already is fetched anew; else it stays, if size and SHA-256 are
    /// right.</summary>
    public bool IsForced { get; init; }

    /// <summary>The file's name, for messages.</summary>
    public string Name => Path.GetFileName(Target);
}
