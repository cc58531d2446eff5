using System.Diagnostics;
using System.Text.Json;
using Clipper.Bench.Files;
using Clipper.Bench.Runs;
using Clipper.Clip.Files;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Runs;

/// <summary>RELIABILITY R1: what a run leaves when it is killed at any step of writing any file.</summary>
public sealed class RunCrashTests : IDisposable
{
    private const string OneSetting = "protocol.settings=[3w1s4q]";
    private const string OneMethod = "methods=[wi, mwi]";
    private const string FewEpisodes = "protocol.episodes=2";

    private static readonly string DeadOwner = JsonSerializer.Serialize(
        new LockOwner(int.MaxValue, DateTimeOffset.UnixEpoch, Environment.MachineName, 1));

    private readonly RunFixture _runs = new();
    private readonly TemporaryFolder _kept = new();

    public void Dispose()
    {
        _runs.Dispose();
        _kept.Dispose();
    }

    [Fact]
    public void Run_killed_at_any_step_leaves_no_partial_file_and_goes_on_to_the_same_bytes()
    {
        Run("whole");
        SortedDictionary<string, string> whole = _runs.Files("whole");

        List<(string Step, string Folder)> killed = FoldersAtEveryStep("a");

        Assert.Equal(
            ["create", "flush", "flush folder", "make folder", "rename", "write"],
            killed.Select(k => k.Step).Distinct().Order(StringComparer.Ordinal));
        foreach ((string step, string folder) in killed)
        {
            AssertNothingPartial(step, folder, whole);
        }

        // Going on takes longer than looking; each of the files' steps is gone on from in turn.
        foreach ((string step, string folder) in killed.Where((_, index) => index % 5 == index / 5 % 5))
        {
            string resumed = Path.GetFileName(folder);
            Copy(folder, _runs.Folder(resumed));
            Run(resumed);
            Assert.True(
                whole.SequenceEqual(_runs.Files(resumed)), $"killed after {step}, {resumed}: other bytes after resume");
        }
    }

    private List<(string Step, string Folder)> FoldersAtEveryStep(string name)
    {
        var folders = new List<(string, string)>();
        using (WriteSteps.Watch(step =>
        {
            string copy = _kept.Combine($"killed-{folders.Count}");
            Copy(_runs.Folder(name), copy);
            folders.Add((step, copy));
        }))
        {
            Run(name);
        }

        return folders;
    }

    private static void AssertNothingPartial(string step, string folder, SortedDictionary<string, string> whole)
    {
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            string name = Path.GetRelativePath(folder, file);
            bool isFinal = !name.EndsWith(AtomicFile.TemporarySuffix, StringComparison.Ordinal)
                && !name.StartsWith(".locks", StringComparison.Ordinal) && name != "run.json";
            Assert.True(
                !isFinal || whole[name] == Convert.ToHexString(File.ReadAllBytes(file)), $"{name} after {step}");
        }
    }

    private void Run(string name)
    {
        RunOutcome outcome = _runs.Run(name, OneSetting, OneMethod, FewEpisodes);
        Assert.Equal((4, 0), (outcome.Computed + outcome.Reused, outcome.Failed));
    }

    // As a dead process leaves it: its locks are there, and it is not. The files are open, and cp asks no one.
    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        using var copy = Process.Start("cp", ["-r", $"{from}/.", to]);
        copy.WaitForExit();
        Assert.Equal(0, copy.ExitCode);
        foreach (string held in Directory.EnumerateFiles(to, "*" + ProcessLock.Suffix, SearchOption.AllDirectories))
        {
            File.WriteAllText(held, DeadOwner);
        }

        const string half = "*" + AtomicFile.TemporarySuffix;
        foreach (string open in Directory.EnumerateFiles(to, half, SearchOption.AllDirectories))
        {
            File.Move(open, open.Replace($"@{Environment.ProcessId}@", $"@999999999@", StringComparison.Ordinal));
        }
    }
}
