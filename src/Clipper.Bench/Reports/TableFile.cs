using System.Globalization;
using Clipper.Bench.Files;
using Clipper.Clip.Files;
using CsvHelper;

namespace Clipper.Bench.Reports;

/// <summary>Writes tables as CSV, with unrounded numbers.</summary>
internal static class TableFile
{
    /// <summary>Writes a CSV file, atomically.</summary>
    public static void WriteCsv(
        string path, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows) =>
        AtomicFile.WriteText(path, CsvText(columns, rows));

    /// <summary>The text of a CSV file.</summary>
    public static string CsvText(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var text = new StringWriter();
        using var csv = new CsvWriter(text, CsvLayout.New());
        csv.WriteFields(columns);
        foreach (IReadOnlyList<string> row in rows)
        {
            csv.WriteFields(row);
        }

        csv.Flush();
        return text.ToString();
    }

    /// <summary>A number with as many digits as reading it back exactly needs; empty where there is none.</summary>
    public static string Text(double? number) => number?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A whole number; empty where there is none.</summary>
    public static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
