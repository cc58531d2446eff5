using Clipper.Bench.Reports.Plots;
using Clipper.Bench.Reports.Tables;
using Clipper.Bench.Reports.Thumbnails;

namespace Clipper.Bench.Reports.Html;

/// <summary>What the page says.</summary>
public sealed record ReportContent
{
    /// <summary>Name of the run.</summary>
    public required string Title { get; init; }

    /// <summary>One or two sentences: what was run, on what.</summary>
    public required string Summary { get; init; }

    /// <summary>What must be read before any number, e.g. that the weights are random.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>What the run comes to, one sentence each.</summary>
    public IReadOnlyList<string> Verdict { get; init; } = [];

    /// <summary>Result tables, most important first.</summary>
    public required IReadOnlyList<ResultTable> Tables { get; init; }

    /// <summary>How tasks and classes of continual streams fared.</summary>
    public IReadOnlyList<MatrixGroup> Streams { get; init; } = [];

    /// <summary>Confusion matrices; null where there are none.</summary>
    public MatrixGroup? Confusion { get; init; }

    /// <summary>Tables of classes, of confused pairs and of samples that were wrong.</summary>
    public IReadOnlyList<ResultTable> Mistakes { get; init; } = [];

    /// <summary>Images that are wrong often; empty where nobody asked for them.</summary>
    public IReadOnlyList<Thumbnail> Thumbnails { get; init; } = [];

    /// <summary>Tables of every value, after all others.</summary>
    public IReadOnlyList<ResultTable> More { get; init; } = [];

    /// <summary>Plots.</summary>
    public required IReadOnlyList<DrawnFigure> Figures { get; init; }

    /// <summary>Why there are no plots, which ends no sentence; empty where they were drawn.</summary>
    public string NoPlots { get; init; } = "";

    /// <summary>Cells that failed.</summary>
    public required IReadOnlyList<ReportFailure> Failures { get; init; }

    /// <summary>Versions, machine, hashes: name and value.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Provenance { get; init; }

    /// <summary>The resolved experiment.</summary>
    public required string Configuration { get; init; }

    /// <summary>The files that it is in: those of several runs are not beside the page.</summary>
    public IReadOnlyList<string> ConfigurationFiles { get; init; } = ["config.yaml"];

    /// <summary>Commands that repeat the run.</summary>
    public required IReadOnlyList<string> Commands { get; init; }
}
