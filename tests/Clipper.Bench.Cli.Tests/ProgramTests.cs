using System.Diagnostics;
using Clipper.Testing;
using Xunit.Abstractions;

namespace Clipper.Bench.Cli.Tests;

/// <summary>What only the built program shows.</summary>
public sealed class ProgramTests(ITestOutputHelper log)
{
    [Fact]
    public void Help_comes_quickly()
    {
        double[] times = [.. Enumerable.Range(0, 5).Select(_ => Milliseconds(["--help"])).Order()];

        log.WriteLine($"clipper --help, median of 5: {times[2]:F0} ms (aim: 150 ms on an idle machine)");
        Assert.True(times[0] < 1000, $"the quickest of 5 took {times[0]:F0} ms");
    }

    [Fact]
    public void Help_opens_no_torch_library()
    {
        using var folder = new TemporaryFolder();

        ChildProcess.Run(["run", "--help"], ("LD_DEBUG", "files"), ("LD_DEBUG_OUTPUT", folder.Combine("ld")));

        string opened = string.Concat(Directory.EnumerateFiles(folder.Path).Select(File.ReadAllText));
        Assert.Contains("libcoreclr", opened, StringComparison.Ordinal);
        Assert.DoesNotContain("torch", opened, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("openblas", opened, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Streams_and_exit_codes_are_those_of_the_process()
    {
        ChildProcess help = ChildProcess.Run(["metrics", "--help"]);
        ChildProcess wrong = ChildProcess.Run(["metricks"]);
        ChildProcess missing = ChildProcess.Run(["metrics", "--truth", "none.csv", "--scores", "none.csv"]);

        Assert.Equal((0, ""), (help.ExitCode, help.Error));
        Assert.StartsWith("Description:", help.Output, StringComparison.Ordinal);
        Assert.Equal((1, ""), (wrong.ExitCode, wrong.Output));
        Assert.Equal((2, ""), (missing.ExitCode, missing.Output));
    }

    [Fact]
    public void Completion_offers_what_may_come_next()
    {
        ChildProcess command = ChildProcess.Run(["[suggest:3]", "met"]);
        ChildProcess word = ChildProcess.Run(["[suggest:16]", "imprint --head m"]);

        Assert.Equal("metrics\n", command.Output);
        Assert.Equal("mwi\n", word.Output);
    }

    [Fact]
    public void Bash_completes_with_the_printed_script()
    {
        using var folder = new TemporaryFolder();
        string script = folder.Write("completion", ChildProcess.Run(["completion", "bash"]).Output);
        string line = $"{ChildProcess.Program} imprint --he";
        string bash = $"""
            source {script}; COMP_LINE='{line}'; COMP_POINT={line.Length}; COMP_WORDS=({line}); COMP_CWORD=2; _clipper
            printf '%s\n' "{"${COMPREPLY[@]}"}"
            """;

        var start = new ProcessStartInfo("bash", ["-c", bash]) { RedirectStandardOutput = true };
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("no bash");
        string completed = process.StandardOutput.ReadToEnd();

        Assert.Contains("--head\n", completed, StringComparison.Ordinal);
        Assert.DoesNotContain("--labels", completed, StringComparison.Ordinal);
    }

    private static double Milliseconds(string[] args)
    {
        long start = Stopwatch.GetTimestamp();
        Assert.Equal(0, ChildProcess.Run(args).ExitCode);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
