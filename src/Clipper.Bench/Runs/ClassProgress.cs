using Clipper.Bench.Methods;
using Clipper.Core.Continual;

namespace Clipper.Bench.Runs;

/// <summary>How well every class of a stream is told after every step, under one condition: of single-label data the
/// share of its queries whose best class it is (lowest column on ties), among the classes seen so far; of multi-label
/// data its average precision over all queries.</summary>
/// <param name="Condition">What the scores were made with.</param>
/// <param name="Classes">The classes of the data set, in the order in which they came.</param>
/// <param name="Tasks">How many came in each task.</param>
/// <param name="Scores">[step][class]; <paramref name="Blind"/> for a class that is not learnt yet, unless the method
/// knows the next task's from their names; NaN for a class without queries.</param>
/// <param name="Blind">What each class scores where nothing is known of it, [class].</param>
internal sealed record ClassProgress(
    Condition Condition,
    IReadOnlyList<int> Classes,
    IReadOnlyList<int> Tasks,
    IReadOnlyList<double[]> Scores,
    double[] Blind)
{
    /// <summary>The step, from 0, that each class is learnt at.</summary>
    public int[] LearntAt => [.. Tasks.SelectMany((count, task) => Enumerable.Repeat(task, count))];

    /// <summary>The same by task: the mean over its classes that have queries.</summary>
    public TransferMatrix ByTask()
    {
        var values = new double[Tasks.Count, Tasks.Count];
        var blind = new double[Tasks.Count];
        for (int task = 0, first = 0; task < Tasks.Count; first += Tasks[task], task++)
        {
            blind[task] = Mean(Blind.AsSpan(first, Tasks[task]));
            for (int step = Math.Max(0, task - 1); step < Tasks.Count; step++)
            {
                values[step, task] = Mean(Scores[step].AsSpan(first, Tasks[task]));
            }
        }

        return new TransferMatrix(values, blind);
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        double sum = 0;
        int count = 0;
        foreach (double value in values)
        {
            sum += double.IsNaN(value) ? 0 : value;
            count += double.IsNaN(value) ? 0 : 1;
        }

        return sum / count;
    }
}
