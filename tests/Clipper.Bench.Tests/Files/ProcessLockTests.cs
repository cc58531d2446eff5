using Clipper.Bench.Files;
using Clipper.Core.Errors;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Files;

public sealed class ProcessLockTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TryAcquire_held_lock_is_refused_with_its_owner_and_free_afterwards()
    {
        string path = _folder.Combine("sub", "a.lock");
        ProcessLock? first = ProcessLock.TryAcquire(path, out _);
        Assert.NotNull(first);

        Assert.Null(ProcessLock.TryAcquire(path, out LockOwner? owner));
        Assert.Equal((Environment.ProcessId, Environment.MachineName), (owner?.Process, owner?.Host));

        first.Dispose();
        using ProcessLock? second = ProcessLock.TryAcquire(path, out _);
        Assert.NotNull(second);
    }

    [Fact]
    public void Acquire_many_threads_hold_it_one_at_a_time()
    {
        int inside = 0;
        int together = 0;

        Parallel.For(0, 24, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ =>
        {
            using ProcessLock held = ProcessLock.Acquire(_folder.Combine("a.lock"), null, CancellationToken.None);
            together += Interlocked.Increment(ref inside) == 1 ? 0 : 1;
            Thread.Sleep(2);
            Interlocked.Decrement(ref inside);
        });

        Assert.Equal(0, together);
        Assert.False(File.Exists(_folder.Combine("a.lock")));
    }

    [Fact]
    public void TryAcquire_hammered_by_threads_never_fails_nor_lets_two_in()
    {
        int inside = 0;
        int together = 0;
        int taken = 0;

        Parallel.For(0, 4000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ =>
        {
            using ProcessLock? held = ProcessLock.TryAcquire(_folder.Combine("a.lock"), out LockOwner? _);
            if (held is not null)
            {
                Interlocked.Add(ref together, Interlocked.Increment(ref inside) - 1);
                Interlocked.Increment(ref taken);
                Interlocked.Decrement(ref inside);
            }
        });

        Assert.Equal(0, together);
        Assert.NotEqual(0, taken);
    }

    [Theory]
    [InlineData(0, 1, true, true)]
    [InlineData(0, 999999, true, true)]
    [InlineData(0, 1, false, false)]
    [InlineData(10, 1, false, true)]
    public void TryAcquire_lock_of_another_owner(int minutesSilent, int process, bool isThisHost, bool isStale)
    {
        string host = isThisHost ? Environment.MachineName : "elsewhere";
        string path = _folder.Write("a.lock", Lock(process, host));
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddMinutes(-minutesSilent));

        using ProcessLock? taken = ProcessLock.TryAcquire(path, out _);

        Assert.Equal(isStale, taken is not null);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(60, true)]
    public void TryAcquire_lock_that_was_never_filled_in_is_stale_after_a_while(int secondsOld, bool isStale)
    {
        string path = _folder.Write("a.lock", "");
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddSeconds(-secondsOld));

        using ProcessLock? taken = ProcessLock.TryAcquire(path, out _);

        Assert.Equal(isStale, taken is not null);
    }

    [Fact]
    public void Acquire_stale_lock_found_by_many_is_taken_by_one()
    {
        string path = _folder.Combine("a.lock");
        for (int round = 0; round < 20; round++)
        {
            File.WriteAllText(path, Lock(process: 1, Environment.MachineName));
            var taken = new ProcessLock?[8];

            Parallel.For(
                0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 },
                i => taken[i] = ProcessLock.TryAcquire(path, out _));

            Assert.InRange(taken.Count(t => t is not null), 0, 1);
            foreach (ProcessLock? held in taken)
            {
                held?.Dispose();
            }

            File.Delete(path);
        }
    }

    [Fact]
    public void Acquire_cancelled_stops_waiting()
    {
        string path = _folder.Combine("a.lock");
        using ProcessLock held = ProcessLock.Acquire(path, null, CancellationToken.None);
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(150));

        Assert.ThrowsAny<OperationCanceledException>(() => ProcessLock.Acquire(path, null, source.Token));
    }

    [Fact]
    public void TryAcquire_folder_that_cannot_be_made_is_a_data_error()
    {
        string file = _folder.Write("file", "");

        Assert.Throws<DataFileException>(() => ProcessLock.TryAcquire(Path.Combine(file, "a.lock"), out _));
    }

    private static string Lock(int process, string host) =>
        $$"""{"Process":{{process}},"Started":"2001-01-01T00:00:00+00:00","Host":"{{host}}","Nonce":1}""";
}
