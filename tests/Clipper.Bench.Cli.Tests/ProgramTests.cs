using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Clipper.Testing;

namespace Clipper.Bench.Cli.Tests;

/// <summary>What only the built program shows.</summary>
public sealed partial class ProgramTests
{
    // What makes help quick is what it leaves alone; its time would be the machine's.
    [Theory]
    [InlineData("--help")]
    [InlineData("run", "--help")]
    public void Help_loads_no_package_but_that_of_the_command_line(params string[] args)
    {
        using var folder = new TemporaryFolder();
        string trace = folder.Combine("loaded.nettrace");

        ChildProcess help = ChildProcess.Run(
            args,
            ("DOTNET_EnableEventPipe", "1"),
            ("DOTNET_EventPipeConfig", "Microsoft-Windows-DotNETRuntime:0x8:4"),
            ("DOTNET_EventPipeOutputPath", trace));

        Assert.True(help.ExitCode == 0, help.Error);
        string[] loaded = LoadedAssemblies(File.ReadAllBytes(trace));
        Assert.Contains("clipper", loaded);
        Assert.Equal(
            ["System.CommandLine"],
            loaded.Intersect(PackagesOf(ChildProcess.Program)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Help_opens_no_torch_library()
    {
        using var folder = new TemporaryFolder();

        ChildProcess.Run(["run", "--help"], ("LD_DEBUG", "files"), ("LD_DEBUG_OUTPUT", folder.Combine("ld")));

        string log = string.Concat(Directory.EnumerateFiles(folder.Path).Select(File.ReadAllText));
        string[] opened = [.. LibraryFile().Matches(log).Select(library => library.Value).Distinct()];
        Assert.Contains("libcoreclr.so", opened);
        Assert.DoesNotContain(opened, name => name.Contains("torch", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(opened, name => name.Contains("openblas", StringComparison.OrdinalIgnoreCase));
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

    // The runtime's trace has full names, in UTF-16 wherever they begin.
    private static string[] LoadedAssemblies(byte[] trace) =>
    [
        .. new[] { 0, 1 }
            .SelectMany(start => FullName().Matches(Encoding.Unicode.GetString(trace, start, trace.Length - start)))
            .Select(name => name.Groups["name"].Value)
            .Distinct(),
    ];

    // What lies beside the program and is not of this repository.
    private static IEnumerable<string> PackagesOf(string program) =>
        Directory.EnumerateFiles(Path.GetDirectoryName(program) ?? "", "*.dll")
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Where(name => name != "clipper" && !name.StartsWith("Clipper.", StringComparison.Ordinal));

    [GeneratedRegex(@"(?<name>[A-Za-z][\w.]*), Version=")]
    private static partial Regex FullName();

    [GeneratedRegex(@"[^/\s]+\.so(\.[0-9]+)*")]
    private static partial Regex LibraryFile();
}
