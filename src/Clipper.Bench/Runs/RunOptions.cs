namespace Clipper.Bench.Runs;

/// <summary>What <c>clipper run</c> was asked for beside the experiment. None of it changes a result.</summary>
/// <param name="Output">Results folder; empty = results/name.</param>
/// <param name="Device">auto, cpu, cuda, cuda:i.</param>
/// <param name="Jobs">Cells at a time.</param>
/// <param name="Threads">Threads for the encoder; 0 = all cores.</param>
/// <param name="StopOnError">Stop at the first failed cell instead of recording it and going on.</param>
/// <param name="ShardIndex">1-based index of this shard.</param>
/// <param name="ShardCount">Number of shards.</param>
public sealed record RunOptions(
    string Output = "", string Device = "auto", int Jobs = 1, int Threads = 0, bool StopOnError = false, int ShardIndex = 1, int ShardCount = 1);
