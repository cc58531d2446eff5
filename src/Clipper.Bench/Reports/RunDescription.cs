using System.Globalization;
using Clipper.Bench.Reports.Html;

namespace Clipper.Bench.Reports;

/// <summary>What the page says of a run besides its numbers.</summary>
internal static class RunDescription
{
    private const int MostNames = 8;

    /// <summary>Title, summary, failures and provenance; without tables and figures.</summary>
    public static ReportContent Of(RunResults results) => new()
    {
        Title = results.Name,
        Summary = Summary(results),
        Warnings = results.Notes,
        Tables = [],
        Figures = [],
        Failures = results.Failures,
        Provenance = results.Provenance,
        Configuration = results.Configuration,
        Commands =
        [
            "clipper run config.yaml --out again    # in this folder: the same numbers from the same inputs",
            "clipper report .                       # this page, the tables and the plots again",
        ],
    };

    /// <summary>A list of names; of many the first ones, and how many there are.</summary>
    public static string Names(IEnumerable<string> names, string what)
    {
        string[] distinct = [.. names.Distinct()];
        return distinct.Length <= MostNames
            ? string.Join(", ", distinct)
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{distinct.Length} {what} ({string.Join(", ", distinct.Take(MostNames))}, …)");
    }

    private static string Summary(RunResults results)
    {
        string failed = results.Failures.Count > 0
            ? string.Create(CultureInfo.InvariantCulture, $" {results.Failures.Count} cells failed.")
            : "";
        return results.Records.Count == 0
            ? $"No cell has a result.{failed}"
            : $"{Names(results.Records.Select(r => r.Method), "methods")} on "
                + $"{Names(results.Records.Select(r => $"{r.Dataset} {r.Variant}".TrimEnd()), "data sets")} with "
                + $"{Names(results.Records.Select(r => r.Model), "models")}.{failed}";
    }
}
