namespace Clipper.Bench.Reports.Tables;

/// <summary>How a table is written.</summary>
public enum TableFormat
{
    /// <summary>Comma-separated values.</summary>
    Csv,

    /// <summary>GitHub's Markdown.</summary>
    Markdown,

    /// <summary>LaTeX with booktabs.</summary>
    Latex,
}
