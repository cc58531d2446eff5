using System.Globalization;
using Clipper.Bench.Runs;
using Clipper.Core.Errors;

namespace Clipper.Bench.Tests.Runs;

/// <summary>RELIABILITY R4, R5: one results folder, one run, or shards of one split.</summary>
public sealed class RunLockTests : IDisposable
{
    private readonly RunFixture _runs = new();

    public void Dispose() => _runs.Dispose();

    [Fact]
    public void Run_while_another_works_in_the_folder_is_refused_with_its_process()
    {
        UsageException? refused = null;
        using RunFixture other = Interrupted(() => refused = Assert.Throws<UsageException>(() => Run("a")));

        other.Run(new RunOptions(_runs.Folder("a")));

        Assert.StartsWith(
            $"{_runs.Folder("a")}: process {Environment.ProcessId} on {Environment.MachineName} is working",
            refused?.Message, StringComparison.Ordinal);
        Assert.Contains("--wait", refused?.Message, StringComparison.Ordinal);
        _runs.Run("b");
        Assert.Equal(_runs.Files("b"), _runs.Files("a"));
    }

    [Fact]
    public async Task Run_that_waits_goes_on_with_what_the_other_has_left()
    {
        using var isWaiting = new ManualResetEventSlim();
        using var waiting = new RunFixture
        {
            Observer = new RecordingObserver
            {
                OnWarning = warning =>
                {
                    if (warning.EndsWith("waiting for it.", StringComparison.Ordinal))
                    {
                        isWaiting.Set();
                    }
                },
            },
        };
        Task<RunOutcome>? second = null;
        using RunFixture first = Interrupted(() =>
        {
            second = Task.Run(() => waiting.Run(new RunOptions(_runs.Folder("a"), Wait: true)));
            isWaiting.Wait();
        });

        RunOutcome computed = first.Run(new RunOptions(_runs.Folder("a")));
        RunOutcome reused = await (second ?? throw new InvalidOperationException("nothing waited"));

        Assert.Equal((RunFixture.Cells, RunFixture.Cells), (computed.Computed, reused.Reused));
        Assert.False(Directory.Exists(Path.Combine(_runs.Folder("a"), ".locks")));
    }

    [Theory]
    [InlineData(1, 4, 2, 4, true)]
    [InlineData(1, 4, 1, 4, false)]
    [InlineData(1, 4, 2, 3, false)]
    [InlineData(1, 1, 1, 4, false)]
    [InlineData(1, 4, 1, 1, false)]
    public void Shards_of_one_split_alone_share_a_folder(int held, int of, int wanted, int ofWanted, bool isFree)
    {
        Exception? refused = null;
        using RunFixture other = Interrupted(() => refused = Record.Exception(
            () => _runs.Run(new RunOptions(_runs.Folder("a"), ShardIndex: wanted, ShardCount: ofWanted))));

        other.Run(new RunOptions(_runs.Folder("a"), ShardIndex: held, ShardCount: of));

        Assert.Equal(isFree, refused is null);
        Assert.True(isFree || refused is UsageException);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("shard-1-of-2")]
    [InlineData("gate")]
    [InlineData("tables")]
    public void Lock_of_a_dead_process_is_cleared(string name)
    {
        string locks = Path.Combine(_runs.Folder("a"), ".locks");
        Directory.CreateDirectory(locks);
        File.WriteAllText(Path.Combine(locks, $"{name}.lock"), Lock(int.MaxValue, Environment.MachineName));

        RunOutcome outcome = _runs.Run("a");

        Assert.Equal(RunFixture.Cells, outcome.Computed);
        Assert.False(name == "run" && Directory.Exists(locks));
    }

    [Fact]
    public void Lock_of_a_process_on_another_machine_holds_while_it_shows_life()
    {
        string file = Path.Combine(_runs.Folder("a"), ".locks", "run.lock");
        Directory.CreateDirectory(Path.GetDirectoryName(file) ?? "");
        File.WriteAllText(file, Lock(1, "elsewhere"));

        var refused = Assert.Throws<UsageException>(() => Run("a"));

        Assert.Contains("process 1 on elsewhere", refused.Message, StringComparison.Ordinal);
        File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddHours(-1));
        Assert.Equal(RunFixture.Cells, _runs.Run("a").Computed);
    }

    [Fact]
    public void Run_that_stops_waiting_as_the_other_leaves_keeps_no_locks()
    {
        string file = Path.Combine(_runs.Folder("a"), ".locks", "run.lock");
        Directory.CreateDirectory(Path.GetDirectoryName(file) ?? "");
        File.WriteAllText(file, Lock(1, "elsewhere"));
        using var stop = new CancellationTokenSource();
        using var waiting = new RunFixture
        {
            Observer = new RecordingObserver
            {
                OnWarning = _ =>
                {
                    File.Delete(file);
                    stop.Cancel();
                },
            },
        };

        Assert.ThrowsAny<OperationCanceledException>(
            () => waiting.Run(new RunOptions(_runs.Folder("a"), Wait: true), stop.Token));

        Assert.EndsWith("waiting for it.", Assert.Single(waiting.Observer.Warnings), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.GetDirectoryName(file)));
    }

    [Fact]
    public void Fresh_is_refused_while_another_works_in_the_folder()
    {
        Exception? refused = null;
        using RunFixture other = Interrupted(() => refused = Record.Exception(
            () => _runs.Run(new RunOptions(_runs.Folder("a"), Fresh: true))));

        RunOutcome outcome = other.Run(new RunOptions(_runs.Folder("a")));

        Assert.IsType<UsageException>(refused);
        Assert.Equal(RunFixture.Cells, outcome.Computed);
        Assert.False(Directory.Exists(_runs.Folder("a.1")));
    }

    [Fact]
    public void Fresh_shard_is_refused() => Assert.Throws<UsageException>(() => _runs.Run(
        new RunOptions(_runs.Folder("a"), Fresh: true, ShardIndex: 1, ShardCount: 2)));

    private void Run(string folder) => _runs.Run(folder);

    // A run that calls back when it starts its third cell.
    private static RunFixture Interrupted(Action meanwhile)
    {
        int started = 0;
        return new RunFixture
        {
            Observer = new RecordingObserver
            {
                OnStart = _ =>
                {
                    if (++started == 3)
                    {
                        meanwhile();
                    }
                },
            },
        };
    }

    private static string Lock(int process, string host) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"Process":{{process}},"Started":"2001-01-01T00:00:00+00:00","Host":"{{host}}","Nonce":1}""");
}
