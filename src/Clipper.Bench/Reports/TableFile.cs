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
        AtomicFile.Write(path, stream =>
        {
            using var csv = new CsvWriter(new StreamWriter(stream, leaveOpen: true), CsvLayout.New());
            csv.WriteFields(columns);
            foreach (IReadOnlyList<string> row in rows)
            {
                csv.WriteFields(row);
            }
        });

    /// <summary>A number with as many digits as reading it back exactly needs; empty where there is none.</summary>
    public static string Text(double? number) => number?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A whole number; empty where there is none.</summary>
    public static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
