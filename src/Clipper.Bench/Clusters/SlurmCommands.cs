using System.ComponentModel;
using System.Diagnostics;
using Clipper.Core.Errors;

namespace Clipper.Bench.Clusters;

/// <summary>Slurm's own commands.</summary>
internal static class SlurmCommands
{
    private const string UnknownJob = "Invalid job id";

    /// <summary>Submits a job.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="UsageException">sbatch is missing or refuses.</exception>
    public static string Submit(IReadOnlyList<string> words)
    {
        (int code, string output, string error) = Run(words);
        return code == 0
            ? output.Trim().Split(';')[0]
            : throw new UsageException($"sbatch refuses: {error.Trim()}");
    }

    /// <summary>Which of the jobs still wait or run.</summary>
    /// <exception cref="UsageException">squeue is missing, or the scheduler does not answer.</exception>
    public static IReadOnlySet<string> Active(IEnumerable<string> jobs)
    {
        string[] ids = [.. jobs];
        (int code, string output, string error) =
            Run(["squeue", "--noheader", "--format=%F", $"--jobs={string.Join(',', ids)}"]);
        if (code != 0 && !error.Contains(UnknownJob, StringComparison.Ordinal))
        {
            throw new UsageException($"squeue refuses: {error.Trim()}");
        }

        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Intersect(ids, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
    }

    private static (int Code, string Output, string Error) Run(IReadOnlyList<string> words)
    {
        try
        {
            var start = new ProcessStartInfo(words[0], words.Skip(1))
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using Process process = Process.Start(start)
                ?? throw new UsageException($"{words[0]} cannot be started.");
            Task<string> error = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output, error.Result);
        }
        catch (Win32Exception e)
        {
            throw new UsageException(
                $"{words[0]} cannot be started ({e.Message}); run this where Slurm's commands are, or look at the "
                + "scripts with --dry-run.",
                e);
        }
    }
}
