using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Toolchains.Results;
using BenchmarkDotNet.Validators;

namespace Clipper.Benchmarks.Suite;

/// <summary>Why benchmarks gave no figures.</summary>
internal static class Failures
{
    private const int LinesShown = 20;

    /// <summary>One text for each benchmark that failed, and each error that BenchmarkDotNet found before.</summary>
    public static IEnumerable<string> Of(IEnumerable<Summary> summaries) => summaries.SelectMany(Of);

    private static IEnumerable<string> Of(Summary summary) =>
    [
        .. summary.ValidationErrors.Where(error => error.IsCritical).Select(TextOf),
        .. summary.Reports.Where(report => report.ResultStatistics is null || !report.Success).Select(TextOf),
    ];

    private static string TextOf(ValidationError error) =>
        $"{error.BenchmarkCase?.DisplayInfo ?? "benchmarks"}: {error.Message}";

    private static string TextOf(BenchmarkReport report)
    {
        IEnumerable<string> why = report.BuildResult is { IsBuildSuccess: false } build
            ? [build.ErrorMessage ?? build.GenerateException?.Message ?? "it was not built"]
            : report.ExecuteResults.SelectMany(Problems).TakeLast(LinesShown);
        return $"failed: {report.BenchmarkCase.DisplayInfo}\n  {string.Join("\n  ", why)}";
    }

    // An exception of a benchmark is in what its process printed, where measurements have a prefix or a comment's mark.
    private static IEnumerable<string> Problems(ExecuteResult result) =>
        result.StandardOutput.Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal));
}
