namespace Clipper.Bench.Runs;

/// <summary>What <c>clipper run</c> was asked for beside the experiment. None of it changes a result.</summary>
/// <param name="Output">Results folder; empty = results/name.</param>
/// <param name="Device">auto, cpu, cuda, cuda:i.</param>
/// <param name="Jobs">Cells at a time, at least 1.</param>
/// <param name="Threads">Threads for embedding and episodes; 0 = all cores.</param>
/// <param name="StopOnError">Start no more cells after the first that fails.</param>
/// <param name="ShardIndex">1-based index of this shard.</param>
/// <param name="ShardCount">Number of shards; this one computes the cells ShardIndex, ShardIndex + ShardCount,
/// ….</param>
/// <param name="Fresh">Move a results folder that is already there aside instead of going on with it.</param>
/// <param name="CacheRoot">Folder of the embedding cache; empty = CLIPPER_CACHE or the user's cache folder.</param>
/// <param name="Report">Write plots and report.html too.</param>
/// <param name="Wait">Wait while another process works in the results folder, instead of refusing.</param>
public sealed record RunOptions(
    string Output = "", string Device = "auto", int Jobs = 1, int Threads = 0, bool StopOnError = false,
    int ShardIndex = 1, int ShardCount = 1, bool Fresh = false, string CacheRoot = "", bool Report = true,
    bool Wait = false)
{
    /// <summary>The command that starts this program, where every cell is to be computed in a process of its own; empty
    /// = in this one.</summary>
    public IReadOnlyList<string> Isolation { get; init; } = [];

    /// <summary>Whether the process does nothing but this run. Then the kernel's count of its peak memory is begun
    /// again with every stage; else every stage has that of the process so far.</summary>
    public bool OwnsProcess { get; init; }
}
