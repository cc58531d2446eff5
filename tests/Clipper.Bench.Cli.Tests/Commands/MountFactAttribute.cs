using System.ComponentModel;
using System.Diagnostics;

namespace Clipper.Bench.Cli.Tests.Commands;

/// <summary>A test that mounts a file system in a name space of its own; skipped, with the reason, where that is not
/// allowed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MountFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> _reason = new(WhyNot);

    public MountFactAttribute() => Skip = _reason.Value;

    private static string? WhyNot()
    {
        try
        {
            const string mount = "mount -t tmpfs -o size=1m clipper /mnt";
            var start = new ProcessStartInfo("unshare", ["-m", "/bin/sh", "-c", mount])
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            };
            using Process process = Process.Start(start)
                ?? throw new InvalidOperationException("unshare did not start.");
            string error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? null : $"a file system cannot be mounted here: {error.Trim()}";
        }
        catch (Win32Exception e)
        {
            return $"a file system cannot be mounted here: {e.Message}";
        }
    }
}
