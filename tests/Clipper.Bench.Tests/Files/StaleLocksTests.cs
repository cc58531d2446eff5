using Clipper.Bench.Files;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Files;

public sealed class StaleLocksTests : IDisposable
{
    private const string Guard = ".locks.guard";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void RemoveEmpty_waits_for_another_that_looks_at_the_same_time()
    {
        string guard = _folder.Write($"locks/{Guard}", "");
        var looking = new FileStream(guard, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        using var leave = new Timer(_ => looking.Dispose(), null, dueTime: 20, Timeout.Infinite);

        StaleLocks.RemoveEmpty(_folder.Combine("locks"));

        Assert.False(Directory.Exists(_folder.Combine("locks")));
    }

    [Fact]
    public void RemoveEmpty_leaves_a_folder_with_a_lock_and_one_that_is_not_there()
    {
        _folder.Write("locks/run.lock", "");

        StaleLocks.RemoveEmpty(_folder.Combine("locks"));
        StaleLocks.RemoveEmpty(_folder.Combine("none"));

        Assert.True(File.Exists(_folder.Combine("locks", "run.lock")));
        Assert.False(Directory.Exists(_folder.Combine("none")));
    }

    // Each sees the others' locks or none: whoever comes last removes the folder.
    [Fact]
    public void RemoveEmpty_by_all_that_leave_together_removes_the_folder()
    {
        string locks = _folder.Combine("locks");
        for (int round = 0; round < 50; round++)
        {
            ProcessLock[] held =
            [
                .. Enumerable.Range(0, 4).Select(
                    i => ProcessLock.Acquire(Path.Combine(locks, $"{i}.lock"), null, CancellationToken.None)),
            ];

            Parallel.ForEach(held, new ParallelOptions { MaxDegreeOfParallelism = held.Length }, each =>
            {
                each.Dispose();
                StaleLocks.RemoveEmpty(locks);
            });

            Assert.False(Directory.Exists(locks), $"round {round}");
        }
    }
}
