namespace Clipper.Bench.Reports.Html;

/// <summary>How many bytes of the page each of its parts may take, so that it stays below 5 MB however large the run
/// is. What does not fit is in the files beside it, and the page says so.</summary>
internal static class PageShare
{
    /// <summary>A page with as many plots as fit.</summary>
    public const int Page = 4_400_000;

    /// <summary>Result tables.</summary>
    public const int Results = 900_000;

    /// <summary>Plots at least; they may take what the other parts leave of <see cref="Page"/>.</summary>
    public const int Figures = 1_000_000;

    /// <summary>Each kind of matrices; there are three.</summary>
    public const int Matrices = 300_000;

    /// <summary>Tables of what was wrong.</summary>
    public const int Mistakes = 300_000;

    /// <summary>Thumbnails.</summary>
    public const int Thumbnails = 700_000;

    /// <summary>Tables of every value.</summary>
    public const int More = 700_000;

    /// <summary>Failed cells.</summary>
    public const int Failures = 100_000;

    /// <summary>Sentences that a reader must know, and provenance; each.</summary>
    public const int Notes = 50_000;

    /// <summary>The configuration.</summary>
    public const int Configuration = 100_000;
}
