namespace Clipper.Bench.Reports.Paper;

/// <summary>A number that the paper's authors published (<c>datasets/reported/clipper.csv</c>).</summary>
public sealed record PublishedValue
{
    /// <summary>The table or figure.</summary>
    public required string Table { get; init; }

    /// <summary>The data set's short name, e.g. <c>C10</c>.</summary>
    public required string Dataset { get; init; }

    /// <summary>The method, e.g. <c>mwi_train_aug_trivial10</c>.</summary>
    public required string Method { get; init; }

    /// <summary>Classes an episode; null for numbers of other works.</summary>
    public int? Ways { get; init; }

    /// <summary>Support images a class; null for numbers of other works.</summary>
    public int? Shots { get; init; }

    /// <summary>The metric, with <c>@stepK</c> or <c>@epochE</c> where it belongs to one.</summary>
    public required string Metric { get; init; }

    /// <summary>The number.</summary>
    public required double Value { get; init; }

    /// <summary><c>fraction</c> (0 to 1) or <c>epochs</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>Where it stands: notebook and cell, or picture.</summary>
    public required string Source { get; init; }

    /// <summary><c>final</c>, <c>older_snapshot</c>, <c>notebook_print</c>, <c>plot_derived</c> or
    /// <c>stale_suspect</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Caveats.</summary>
    public string Note { get; init; } = "";

    /// <summary>Whether the source itself gives reason to doubt the number.</summary>
    public bool IsDoubtful => Status == "stale_suspect";

    /// <summary>Whether the source has a later number in its place.</summary>
    public bool IsSuperseded => Status == "older_snapshot";

    /// <summary>Whether it was read from the pixels of a plot.</summary>
    public bool IsReadFromPlot => Status == "plot_derived";
}
