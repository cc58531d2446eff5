namespace Clipper.Bench.Reports.Tables;

/// <summary>A table for people.</summary>
/// <param name="Id">Name of its place in the page.</param>
/// <param name="Caption">What it shows.</param>
/// <param name="Heads">Column heads.</param>
/// <param name="Rows">Rows, each as long as the heads.</param>
/// <param name="Notes">What a reader must know, one sentence each.</param>
public sealed record ResultTable(
    string Id, string Caption, IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<TableCell>> Rows,
    IReadOnlyList<string> Notes)
{
    private const string Nothing = "–";

    /// <summary>The file that has all its numbers, relative to the page; empty where there is none.</summary>
    public string File { get; init; } = "";

    /// <summary>Its footnotes, which cells name by their letters.</summary>
    public IReadOnlyList<TableRemark> Legend { get; init; } = [];

    /// <summary>How many of the first columns rows share with their neighbours: LaTeX writes them once, above those
    /// rows.</summary>
    public int GroupColumns { get; init; }

    /// <summary>How many of the first columns, those of <see cref="GroupColumns"/> among them, name a row: LaTeX
    /// repeats them wherever it breaks the columns. 0: the texts before the first number.</summary>
    public int NameColumns { get; init; }

    /// <summary>Whether a column stands to the right: one that has numbers, or gaps alone.</summary>
    internal bool IsNumber(int column) =>
        Rows.Any(row => row[column].Number is not null)
        || (Rows.Count > 0 && Rows.All(row => row[column].Text == Nothing));
}
