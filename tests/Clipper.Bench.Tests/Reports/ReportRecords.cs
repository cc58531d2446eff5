using Clipper.Bench.Runs;

namespace Clipper.Bench.Tests.Reports;

/// <summary>Records as a run leaves them.</summary>
internal static class ReportRecords
{
    public static RunRecord Of(string method, string metric, double mean) => new()
    {
        Run = "t",
        Dataset = "shapes",
        Variant = "single",
        Model = "m",
        Method = method,
        Ways = 5,
        Shots = 1,
        Queries = 15,
        Episodes = 100,
        Metric = metric,
        Mean = mean,
        Ci95 = 0.01,
        Std = 0.05,
        N = 100,
        Mode = "corrected",
    };

    /// <summary>The value that tables report.</summary>
    public static ReportedValue Reported(
        RunRecord record, ChoiceSource chosenOn = ChoiceSource.Nothing, bool isHeadline = true) => new()
        {
            Record = record,
            ChosenOn = chosenOn,
            IsHeadline = isHeadline,
            Candidate = "",
            Cell = "cell",
        };
}
