using Clipper.Bench.Methods;
using Clipper.Core.Continual;
using Clipper.Core.Statistics;

namespace Clipper.Bench.Runs;

/// <summary>How tasks and classes of the streams of a cell fared, under the condition that its final average is
/// reported at.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Tasks">Every task, by its number.</param>
/// <param name="Classes">Every class that is in a stream, in the data set's order.</param>
internal sealed record StreamProgress(
    Condition Condition, IReadOnlyList<TaskCurve> Tasks, IReadOnlyList<ClassCurve> Classes)
{
    /// <summary>Gathers the streams of a cell.</summary>
    /// <param name="streams">One a stream, all of one condition.</param>
    /// <param name="names">The names of the data set's classes.</param>
    public static StreamProgress Of(IReadOnlyList<ClassProgress> streams, IReadOnlyList<string> names)
    {
        TransferMatrix[] matrices = [.. streams.Select(stream => stream.ByTask())];
        return new StreamProgress(
            streams[0].Condition,
            [.. Enumerable.Range(0, streams[0].Tasks.Count).Select(task => Curve(task, matrices))],
            [.. Curves(streams, names)]);
    }

    private static TaskCurve Curve(int task, TransferMatrix[] matrices)
    {
        double[] means = new double[matrices[0].Tasks];
        double[] ci95 = new double[means.Length];
        for (int step = 0; step < means.Length; step++)
        {
            Summary summary = step < task
                ? Summary.Of([])
                : Summary.Of([.. matrices.Select(m => m[step, task]).Where(value => !double.IsNaN(value))]);
            (means[step], ci95[step]) = (summary.Mean, summary.Ci95);
        }

        return new TaskCurve(task + 1, means, ci95);
    }

    private static IEnumerable<ClassCurve> Curves(IReadOnlyList<ClassProgress> streams, IReadOnlyList<string> names)
    {
        var ofClass = new SortedDictionary<int, List<double[]>>();
        foreach (ClassProgress stream in streams)
        {
            int[] learntAt = stream.LearntAt;
            for (int place = 0; place < learntAt.Length; place++)
            {
                int label = stream.Classes[place];
                (ofClass.TryGetValue(label, out List<double[]>? curves) ? curves : ofClass[label] = []).Add(
                    [.. stream.Scores.Select((scores, step) => step < learntAt[place] ? double.NaN : scores[place])]);
            }
        }

        return ofClass.Select(pair => Curve(names[pair.Key], pair.Value));
    }

    private static ClassCurve Curve(string name, List<double[]> curves)
    {
        double[][] steps = [.. Enumerable.Range(0, curves[0].Length).Select(
            step => curves.Select(curve => curve[step]).Where(value => !double.IsNaN(value)).ToArray())];
        double[] lost = [.. curves.Select(Lost).Where(value => !double.IsNaN(value))];
        return new ClassCurve(
            name,
            Array.ConvertAll(steps, values => Summary.Of(values).Mean),
            Array.ConvertAll(steps, values => (double)values.Length),
            lost.Length == 0 ? null : Summary.Of(lost).Mean);
    }

    // NaN before it is learnt, and for one that is learnt last.
    private static double Lost(double[] curve)
    {
        double[] before = [.. curve.SkipLast(1).Where(value => !double.IsNaN(value))];
        return before.Length == 0 ? double.NaN : before.Max() - curve[^1];
    }
}
