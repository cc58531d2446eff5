using System.Diagnostics;
using System.Text.Json;

namespace Clipper.Bench.Cli.Tests.Commands;

/// <summary>RELIABILITY R6: a disk that is full or may not be written.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly SmallRuns _runs = new();

    public void Dispose() => _runs.Dispose();

    // The kernel refuses longer files, as a full disk does, wherever the test runs.
    [Fact]
    public void File_that_does_not_fit_ends_the_run_with_2_and_leaves_whole_files_alone()
    {
        const string longer = "protocol.episodes=60";
        _runs.Run("whole", "--set", longer);
        string words = string.Join(' ', _runs.Args("small", "--set", longer).Select(word => $"'{word}'"));

        // The runtime itself needs a large file in memory for W^X, and does without it.
        (int exitCode, string error) = Shell(
            $"export DOTNET_EnableWriteXorExecute=0; trap '' XFSZ; ulimit -f 8; exec '{ChildProcess.Program}' {words}");

        Assert.Equal(2, exitCode);
        Assert.Contains("cannot be written (", error, StringComparison.Ordinal);
        Assert.Contains("free space or choose another folder", error, StringComparison.Ordinal);
        AssertWhole(_runs.Out("small"));
        _runs.Run("small", "--set", longer);
        Assert.Equal(_runs.Files("whole"), _runs.Files("small"));
    }

    [MountFact]
    public void Disk_of_a_mebibyte_ends_the_run_with_2_and_leaves_whole_files_alone()
    {
        const string longer = "protocol.episodes=600";
        _runs.Run("whole", "--set", longer);
        Directory.CreateDirectory(_runs.Out("disk"));
        string words = string.Join(' ', _runs.Args("disk/small", "--set", longer).Select(word => $"'{word}'"));

        // The disk is gone with the name space of the mount, so that what it held is copied before.
        (int exitCode, string error) = Shell(
            $"mount -t tmpfs -o size=1m clipper '{_runs.Out("disk")}'; '{ChildProcess.Program}' {words}; code=$?; "
            + $"cp -a '{_runs.Out("disk/small")}' '{_runs.Out("kept")}'; exit $code",
            "unshare", "-m");

        Assert.Equal(2, exitCode);
        Assert.Contains("cannot be written (No space left on device", error, StringComparison.Ordinal);
        AssertWhole(_runs.Out("kept"));
        _runs.Run("kept", "--set", longer);
        Assert.Equal(_runs.Files("whole"), _runs.Files("kept"));
    }

    [MountFact]
    public void Disk_that_may_only_be_read_ends_the_run_with_2()
    {
        Directory.CreateDirectory(_runs.Out("disk"));
        string words = string.Join(' ', _runs.Args("disk/small").Select(word => $"'{word}'"));

        (int exitCode, string error) = Shell(
            $"mount -t tmpfs -o ro clipper '{_runs.Out("disk")}'; exec '{ChildProcess.Program}' {words}",
            "unshare", "-m");

        Assert.Equal(2, exitCode);
        Assert.Matches("clipper: .*disk/small/.* cannot be locked \\(.*choose another folder", error);
    }

    // Nobody, not even root, makes folders in /sys.
    [Fact]
    public void Folder_that_nobody_may_make_ends_the_run_with_2()
    {
        ChildProcess run = ChildProcess.Run(["run", _runs.Config, "--out", "/sys/clipper-test", "--no-report"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Matches("clipper: /sys/clipper-test/.* cannot be locked \\(.*choose another folder", run.Error);
        Assert.Empty(run.Output);
    }

    private static void AssertWhole(string folder)
    {
        Assert.All(
            Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories),
            file =>
            {
                using var json = JsonDocument.Parse(File.ReadAllText(file));
                Assert.Equal(JsonValueKind.Object, json.RootElement.ValueKind);
            });
        Assert.Empty(Directory.EnumerateFiles(folder, "*.tmp", SearchOption.AllDirectories));
        Assert.Empty(Directory.EnumerateFiles(folder, "*.lock", SearchOption.AllDirectories));
    }

    private static (int ExitCode, string Error) Shell(string script, params string[] before)
    {
        string[] words = [.. before, "/bin/sh", "-c", script];
        var start = new ProcessStartInfo(words[0], words[1..])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("no shell");
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        _ = output.Result;
        return (process.ExitCode, error);
    }
}
