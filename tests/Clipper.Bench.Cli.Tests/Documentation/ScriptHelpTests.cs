using System.Diagnostics;
using Clipper.Testing;

namespace Clipper.Bench.Cli.Tests.Documentation;

/// <summary>Scripts that are asked for help print it, and do nothing else.</summary>
public sealed class ScriptHelpTests
{
    [Theory]
    [InlineData("run.sh", "bench", "--help")]
    [InlineData("run.sh", "bench", "--rivals", "-h")]
    public void Bench_says_what_it_has_of_its_own(string script, params string[] args)
    {
        ChildProcess help = Run(script, args);

        Assert.Equal(0, help.ExitCode);
        foreach (string part in new[] { "--rivals [NAME…]", "--scaling", "--filter '*Imprint*'", "bench -- --help" })
        {
            Assert.Contains(part, help.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Names_of_rivals_are_those_that_there_are()
    {
        string help = string.Join(' ', Run("run.sh", "bench", "--help").Output.Split());
        string source = File.ReadAllText(
            RepositoryRoot.Combine("src", "Clipper.Benchmarks", "Comparison", "RivalRuns.cs"));
        string[] names = [.. source.Split("        (\"").Skip(1).Select(line => line.Split('"')[0])];

        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.Contains($" {name}", help, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, "--help")]
    [InlineData(0, "-h")]
    [InlineData(1, "--hlep")]
    [InlineData(1)]
    public void Pack_of_the_gpu_writes_no_file_of_an_option(int exitCode, params string[] args)
    {
        ChildProcess help = Run(Path.Combine("src", "Clipper.Benchmarks", "gpu-pack.sh"), args);

        Assert.Equal(exitCode, help.ExitCode);
        Assert.Contains("gpu-pack.sh FILE.tar.gz", help.Output + help.Error, StringComparison.Ordinal);
    }

    private static ChildProcess Run(string script, params string[] args)
    {
        using var folder = new TemporaryFolder();
        var start = new ProcessStartInfo("bash", [RepositoryRoot.Combine(script), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder.Path,
        };
        using Process process =
            Process.Start(start) ?? throw new InvalidOperationException($"{script} did not start.");
        ChildProcess done = ChildProcess.Finish(process);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
        return done;
    }
}
