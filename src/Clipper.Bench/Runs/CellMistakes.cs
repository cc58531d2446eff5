using System.Text.Json.Serialization;
using Clipper.Bench.Datasets;
using Clipper.Bench.Methods;

namespace Clipper.Bench.Runs;

/// <summary>What a cell took for what, over all reported episodes (of streams after the last step), under the condition
/// and threshold that its accuracy, or of multi-label data its micro-F1, is reported at.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Threshold">The threshold; null where the best class decides.</param>
/// <param name="Classes">Every class that occurs, in the data set's order.</param>
/// <param name="Confusion">Of single-label data the confusion matrix, what is not 0 of it: truth, prediction (both
/// places in <paramref name="Classes"/>), count, and the next; else empty.</param>
/// <param name="Samples">Queries that were answered wrongly at least once, the most often first.</param>
internal sealed record CellMistakes(
    Condition Condition,
    double? Threshold,
    IReadOnlyList<ClassTally> Classes,
    [property: JsonConverter(typeof(OneLineIntegers))] int[] Confusion,
    IReadOnlyList<SampleTally> Samples)
{
    /// <summary>The metric whose condition and threshold are looked at.</summary>
    public static string MetricFor(bool isMultiLabel) => isMultiLabel ? "o_f1" : "accuracy";

    /// <summary>Counts the mistakes of a cell.</summary>
    /// <param name="outcomes">Its episodes.</param>
    /// <param name="result">Which of the results of every episode.</param>
    /// <param name="threshold">Which of its thresholds; of no account where the best class decides.</param>
    /// <param name="dataset">The data set.</param>
    public static CellMistakes Of(
        IReadOnlyList<EpisodeOutcome> outcomes, int result, int threshold, IDataset dataset)
    {
        var tally = new MistakeTally(dataset);
        foreach (EpisodeOutcome outcome in outcomes)
        {
            tally.Add(outcome.Truth, outcome.Results[result].Predictions, threshold);
        }

        EpisodeResult first = outcomes[0].Results[result];
        bool decides = dataset.IsMultiLabel && !first.Decision.IsArgMax;
        return new CellMistakes(
            first.Condition, decides ? first.Decision.Thresholds[threshold] : null, tally.Classes(), tally.Confusion(),
            tally.Samples());
    }
}
