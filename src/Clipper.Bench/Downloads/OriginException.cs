namespace Clipper.Bench.Downloads;

/// <summary>An origin did not give the file. Never leaves this folder: the downloader tries again, or another origin,
/// or says it as a <see cref="Clipper.Core.Errors.DataFileException"/>.</summary>
internal sealed class OriginException(string problem, Exception? inner = null) : Exception(problem, inner)
{
    /// <summary>Whether it may pass, so that trying again makes sense.</summary>
    public bool IsPassing { get; init; }

    /// <summary>Whether the part that was asked for is not there, so that only the whole makes sense.</summary>
    public bool IsRangeRefused { get; init; }

    /// <summary>How long the server asks to wait.</summary>
    public TimeSpan? Pause { get; init; }
}
