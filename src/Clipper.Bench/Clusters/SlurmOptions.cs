namespace Clipper.Bench.Clusters;

/// <summary>What the scheduler is asked for.</summary>
/// <param name="Partition">Partition; empty = the cluster's default.</param>
/// <param name="Gres">Generic resources of the tasks that embed and compute, e.g. <c>gpu:1</c>.</param>
/// <param name="Time">Time limit of a task, e.g. <c>02:00:00</c>.</param>
/// <param name="More">Further words for sbatch, for every job.</param>
public sealed record SlurmOptions(
    string Partition = "", string Gres = "", string Time = "", IReadOnlyList<string>? More = null);
