using System.Diagnostics;
using Clipper.Core.Randomness;

namespace Clipper.Bench.Cli.Tests.Commands;

/// <summary>RELIABILITY R2: runs that are killed at seeded random moments go on to the bytes of one that was not.
/// </summary>
public sealed class KilledRunTests : IDisposable
{
    private const int Kills = 20;
    private const int MostStarts = 100;
    private const int LongestPauseMilliseconds = 40;

    private readonly SmallRuns _runs = new();
    private readonly RandomState _random = new(6);

    public void Dispose() => _runs.Dispose();

    [Fact]
    public void Run_killed_twenty_times_leaves_the_same_bytes_and_computes_no_complete_cell_again()
    {
        _runs.Run("whole");
        SortedDictionary<string, string> whole = _runs.Files("whole");
        int kills = 0;
        int folder = 0;

        for (int start = 0; kills < Kills && start < MostStarts; start++)
        {
            string name = $"killed{folder}";
            Dictionary<string, DateTime> complete = Complete(name, whole);
            bool isKilled = StartAndKill(name);
            AssertUntouched(complete);
            kills += isKilled ? 1 : 0;
            if (!isKilled)
            {
                Assert.Equal(whole, _runs.Files(name));
                folder++;
            }
        }

        Assert.Equal(Kills, kills);
        _runs.Run($"killed{folder}");
        Assert.Equal(whole, _runs.Files($"killed{folder}"));
    }

    // The lines that a run writes are its own clock: a kill comes after one of them, or some milliseconds later.
    private bool StartAndKill(string name)
    {
        using Process process = ChildProcess.Start(_runs.Args(name));
        int lines = 1 + _random.NextIndex(4);
        while (lines > 0 && process.StandardError.ReadLine() is not null)
        {
            lines--;
        }

        Thread.Sleep(_random.NextIndex(LongestPauseMilliseconds));
        process.Kill();
        process.WaitForExit();
        Assert.Contains(process.ExitCode, new[] { 0, 137 });
        return process.ExitCode == 137;
    }

    private Dictionary<string, DateTime> Complete(string name, SortedDictionary<string, string> whole) =>
        _runs.CellFiles(name)
            .Where(file => whole.ContainsKey(Path.Combine("cells", Path.GetFileName(file))))
            .ToDictionary(file => file, File.GetLastWriteTimeUtc);

    private static void AssertUntouched(Dictionary<string, DateTime> complete) => Assert.All(
        complete, cell => Assert.Equal(cell.Value, File.GetLastWriteTimeUtc(cell.Key)));
}
