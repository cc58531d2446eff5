using System.Globalization;
using Clipper.Bench.Files;
using Clipper.Core.Errors;

namespace Clipper.Bench.Runs;

/// <summary>Keeps two runs from computing the same cells of one results folder: a whole run has the folder to itself,
/// shards of the same split share it, each shard once. Locks lie in <c>.locks</c>, say who holds them (process, start
/// time, host), and are cleared away where that process is dead.</summary>
internal sealed class RunLock : IDisposable
{
    private const string Whole = "run";
    private const int PollMilliseconds = 100;

    private readonly string _folder;
    private readonly ProcessLock _held;

    private RunLock(string folder, ProcessLock held)
    {
        _folder = folder;
        _held = held;
    }

    /// <summary>Takes the lock of a run or shard.</summary>
    /// <param name="folder">The results folder.</param>
    /// <param name="options">Which shard it is, and whether to wait for another process.</param>
    /// <param name="watch">Is told of waiting, and ends it.</param>
    /// <exception cref="UsageException">Another process holds it, and it is not to be waited for.</exception>
    /// <exception cref="DataFileException">The folder cannot be written.</exception>
    public static RunLock Take(ResultsFolder folder, RunOptions options, RunWatch watch)
    {
        try
        {
            return new RunLock(folder.Locks, Await(folder, options, watch));
        }
        catch
        {
            // The holder may have left meanwhile, and have seen the gate of this one.
            StaleLocks.RemoveEmpty(folder.Locks);
            throw;
        }
    }

    /// <summary>Holds back the other shards while one writes what is made of all cells.</summary>
    public static ProcessLock TakeTables(ResultsFolder folder, CancellationToken cancellation) =>
        ProcessLock.Acquire(PathOf(folder.Locks, "tables"), waiting: null, cancellation);

    /// <inheritdoc />
    public void Dispose()
    {
        _held.Dispose();
        StaleLocks.RemoveEmpty(_folder);
    }

    private static ProcessLock Await(ResultsFolder folder, RunOptions options, RunWatch watch)
    {
        bool isTold = false;
        while (true)
        {
            watch.Cancellation.ThrowIfCancellationRequested();
            if (Try(folder.Locks, NameOf(options), watch.Cancellation, out LockOwner? other) is { } held)
            {
                return held;
            }

            string who = other is null ? "another process" : $"process {other.Process} on {other.Host}";
            if (!options.Wait)
            {
                throw new UsageException(
                    $"{folder.Path}: {who} is working in this results folder; wait for it with --wait, or choose "
                    + "another folder with --out.");
            }

            if (!isTold)
            {
                isTold = true;
                watch.Observer.Warning($"{folder.Path}: {who} is working in this results folder; waiting for it.");
            }

            watch.Cancellation.WaitHandle.WaitOne(PollMilliseconds);
        }
    }

    // Looking at the others and taking one's own is one step under the gate.
    private static ProcessLock? Try(string folder, string name, CancellationToken cancellation, out LockOwner? other)
    {
        using ProcessLock gate = ProcessLock.Acquire(PathOf(folder, "gate"), waiting: null, cancellation);
        foreach (string path in Directory.EnumerateFiles(folder, "*" + ProcessLock.Suffix))
        {
            if (Excludes(Path.GetFileNameWithoutExtension(path), name) && StaleLocks.IsHeld(path, out other))
            {
                return null;
            }
        }

        return ProcessLock.TryAcquire(PathOf(folder, name), out other);
    }

    private static bool Excludes(string held, string wanted) =>
        held == wanted || held == Whole
        || (held.StartsWith("shard-", StringComparison.Ordinal) && SplitOf(held) != SplitOf(wanted));

    // shard-2-of-4: 4
    private static string SplitOf(string name) => name[(name.LastIndexOf('-') + 1)..];

    private static string NameOf(RunOptions options) => options.ShardCount == 1
        ? Whole
        : string.Create(CultureInfo.InvariantCulture, $"shard-{options.ShardIndex}-of-{options.ShardCount}");

    private static string PathOf(string folder, string name) => Path.Combine(folder, name + ProcessLock.Suffix);
}
