using System.Globalization;
using Clipper.Bench.Reports.Tables;

namespace Clipper.Bench.Reports;

/// <summary>A column of the summary table for people.</summary>
/// <param name="Head">Its head.</param>
/// <param name="Cell">The cell of a row; its text is empty where there is no value.</param>
/// <param name="Value">What a group's best is marked by; null for columns that are no results.</param>
internal sealed record SummaryColumn(
    string Head, Func<SummaryRow, TableCell> Cell, Func<SummaryRow, SummaryValue?>? Value = null)
{
    /// <summary>A column of texts.</summary>
    public static SummaryColumn Text(string head, Func<SummaryRow, string> text) => new(head, row => new(text(row)));

    /// <summary>A column of numbers.</summary>
    /// <param name="head">Its head.</param>
    /// <param name="number">The number; null where there is none.</param>
    /// <param name="format">How it is written.</param>
    public static SummaryColumn Number(string head, Func<SummaryRow, double?> number, string format = "0") =>
        new(head, row => new(number(row)?.ToString(format, CultureInfo.InvariantCulture) ?? "", number(row)));

    /// <summary>A column of results.</summary>
    public static SummaryColumn Result(string head, Func<SummaryRow, SummaryValue?> value) =>
        new(head, row => new($"{value(row)}", value(row)?.Mean), value);
}
