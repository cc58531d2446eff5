namespace Clipper.Bench.Cli.Tests.Clusters;

/// <summary>A test on a Slurm cluster that it starts on this machine; skipped, with the reason, where Debian's
/// slurm-wlm is not installed or the test is not root.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SlurmFactAttribute : FactAttribute
{
    private static readonly string[] _needs =
        ["munged", "slurmctld", "slurmd", "sbatch", "squeue", "scancel", "sinfo", "setpriv"];

    private static readonly Lazy<string?> _reason = new(WhyNot);

    public SlurmFactAttribute() => Skip = _reason.Value;

    private static string? WhyNot()
    {
        string[] missing = [.. _needs.Where(name => !IsThere(name))];
        if (missing.Length > 0)
        {
            return $"{string.Join(", ", missing)} not found: './run.sh test --slurm' installs slurm-wlm and munge "
                + "first";
        }

        return Environment.IsPrivilegedProcess ? null : "needs root: slurmd starts jobs as their users";
    }

    private static bool IsThere(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append("/usr/sbin").Append("/sbin")
            .Any(folder => File.Exists(Path.Combine(folder, program)));
}
