using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Clipper.Bench.Files;

/// <summary>How every CSV file is written: commas, line feeds, invariant numbers, quotes where needed.</summary>
internal static class CsvLayout
{
    /// <summary>For CsvHelper.</summary>
    public static CsvConfiguration New() => new(CultureInfo.InvariantCulture) { NewLine = "\n" };

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
