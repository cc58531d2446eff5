using Clipper.Bench.Runs;

namespace Clipper.Bench.Reports.Comparisons;

/// <summary>What a line of records.csv is the value of, so that those of two runs can be put side by side.</summary>
internal static class RecordKey
{
    /// <summary>The record without its values, the name of its run, and what says how well it was measured and not
    /// of what: the number of episodes and the mode.</summary>
    /// <param name="record">The record.</param>
    /// <param name="ignoresModel">Whether the model is what the runs differ in.</param>
    public static RunRecord Of(RunRecord record, bool ignoresModel) => record with
    {
        Run = "",
        Model = ignoresModel ? "" : record.Model,
        Mean = 0,
        Ci95 = null,
        Std = null,
        N = 0,
        Episodes = null,
        Mode = "",
    };
}
