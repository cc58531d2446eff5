using Clipper.Bench.Runs;

namespace Clipper.Bench.Reports.Thumbnails;

/// <summary>A sample and how often it was answered wrongly, over all cells.</summary>
/// <param name="Id">The sample.</param>
/// <param name="Labels">Its labels.</param>
/// <param name="Predicted">The wrong answer of most cells, each with its most frequent one; on ties the first
/// cell's.</param>
/// <param name="Shown">How often it was a query.</param>
/// <param name="Wrong">How often the answer was wrong.</param>
internal sealed record WrongSample(
    string Id, IReadOnlyList<string> Labels, IReadOnlyList<string> Predicted, int Shown, int Wrong)
{
    /// <summary>The samples of some cells of one data set, the most often wrong first, then the larger share, then by
    /// name.</summary>
    public static IEnumerable<WrongSample> Of(IEnumerable<CellMistakes> cells) => cells
        .SelectMany(cell => cell.Samples)
        .GroupBy(sample => sample.Id, StringComparer.Ordinal)
        .Select(answers => Sum([.. answers]))
        .OrderByDescending(sample => sample.Wrong)
        .ThenByDescending(sample => (double)sample.Wrong / sample.Shown)
        .ThenBy(sample => sample.Id, StringComparer.Ordinal);

    private static WrongSample Sum(SampleTally[] answers)
    {
        SampleTally most = answers.GroupBy(answer => string.Join(';', answer.Predicted))
            .MaxBy(same => same.Sum(answer => answer.Wrong))?.First() ?? answers[0];
        return new WrongSample(
            most.Id, most.Labels, most.Predicted, answers.Sum(answer => answer.Shown),
            answers.Sum(answer => answer.Wrong));
    }
}
