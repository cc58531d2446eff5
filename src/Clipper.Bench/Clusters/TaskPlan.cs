using Clipper.Bench.Runs;
using Clipper.Core.Errors;

namespace Clipper.Bench.Clusters;

/// <summary>Which tasks of a submission have something left to do.</summary>
/// <param name="Embed">Numbers of the tasks, from 1, whose part of some data set is not in the cache.</param>
/// <param name="Cells">Numbers of the shards with a cell that has no result.</param>
public sealed record TaskPlan(IReadOnlyList<int> Embed, IReadOnlyList<int> Cells)
{
    /// <summary>Looks at the results folder and the embedding cache.</summary>
    /// <exception cref="UsageException">The folder holds another configuration, or a setting cannot be
    /// filled.</exception>
    /// <exception cref="DataFileException">A model or data set is missing or damaged.</exception>
    public static TaskPlan Of(Submission submission, Action<string> warn) =>
        Of(submission, new CatalogInputs(new RunOptions(submission.Results, submission.Device)), warn);

    internal static TaskPlan Of(Submission submission, IRunInputs inputs, Action<string> warn)
    {
        var folder = new ResultsFolder(submission.Results);
        folder.RequireSame(submission.Experiment);
        using var plan = RunPlan.Make(submission.Experiment, inputs, warn);
        var store = new CellStore(folder, warn);
        int[] numbers = [.. Enumerable.Range(1, submission.Tasks)];
        int[] cells =
            [.. numbers.Where(number => plan.Shard(number, submission.Tasks).Any(cell => !store.IsComplete(cell)))];
        Subject[] subjects = cells.Length == 0 ? [] : [.. plan.Embeddings.Select(entry => entry.Subject)];
        int[] embed = [.. numbers.Where(
            number => subjects.Any(subject => !inputs.IsEmbedded(subject, number, submission.Tasks)))];
        return new TaskPlan(embed, cells);
    }
}
