namespace Clipper.Bench.Reports.Tables;

/// <summary>A footnote of a table.</summary>
/// <param name="Key">The letter by which cells name it, or a word for all of them.</param>
/// <param name="Text">What it says.</param>
public sealed record TableRemark(string Key, string Text);
