using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Clipper.Bench.Runs;

/// <summary>How every CSV file of a run is written: comma, LF, invariant culture; the writers give UTF-8 without a mark.</summary>
internal static class CsvLayout
{
    /// <summary>For CsvHelper.</summary>
    public static CsvConfiguration Invariant { get; } = new(CultureInfo.InvariantCulture) { NewLine = "\n" };

    /// <summary>Writes one line.</summary>
    public static void WriteFields(this CsvWriter csv, IReadOnlyList<string> fields)
    {
        foreach (string field in fields)
        {
            csv.WriteField(field);
        }

        csv.NextRecord();
    }
}
