namespace Clipper.Bench.Reports.Artefacts;

/// <summary>A table or figure of the paper: its rows, and what stands in its columns, one for each data set of the
/// experiment.</summary>
/// <param name="Id">Its name in configuration and of its files, e.g. <c>figure-2.2</c>.</param>
/// <param name="Title">What it is.</param>
/// <param name="Rows">The paper's rows.</param>
internal sealed record Artefact(string Id, string Title, IReadOnlyList<ArtefactLine> Rows)
{
    /// <summary>The paper's data sets that it has, in its order; others of the experiment are left out.</summary>
    public required IReadOnlyList<string> Datasets { get; init; }

    /// <summary>Which data sets that are none of the paper's it takes: multi-label ones, the others, or both
    /// (null).</summary>
    public bool? IsMultiLabel { get; init; }

    /// <summary>What all cells have in common.</summary>
    public ArtefactQuery Common { get; init; } = new() { Ways = 5, Shots = 5 };

    /// <summary>Columns of each data set; one where it is empty.</summary>
    public IReadOnlyList<ArtefactLine> Measures { get; init; } = [];

    /// <summary>Rows that the paper has not: controls, floors, real probes. They have a table of their own.</summary>
    public IReadOnlyList<ArtefactLine> Beside { get; init; } = [];

    /// <summary>Whether data sets are rows, and the lines columns.</summary>
    public bool HasDatasetsAsRows { get; init; }

    /// <summary>The horizontal axis, with its unit.</summary>
    public string XLabel { get; init; } = "method and metric";

    /// <summary>The vertical axis, with its unit; empty for a table that is not drawn.</summary>
    public string YLabel { get; init; } = "";

    /// <summary>Whether the paper has it for continual streams, where COCO and iMaterialist have one form.</summary>
    public bool IsContinual { get; init; }

    /// <summary>What a reader must know, one sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What a reader must know of <see cref="Beside"/>, one sentence each.</summary>
    public IReadOnlyList<string> BesideNotes { get; init; } = [];
}
