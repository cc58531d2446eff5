using Clipper.Bench.Runs;

namespace Clipper.Bench.Reports.Comparisons;

/// <summary>A number of records.csv that is not the same in the second run.</summary>
/// <param name="Record">What it is, with its mean in the first run.</param>
/// <param name="MeanB">Its mean in the second run; null where that one lacks it.</param>
public sealed record MovedNumber(RunRecord Record, double? MeanB);
