namespace Clipper.Bench.Cli;

/// <summary>What the process's exit status says (docs/cli.md). 1 and 2 come from <c>UserException.ExitCode</c>
/// too.</summary>
internal static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>A wrong command line or experiment file.</summary>
    public const int Usage = 1;

    /// <summary>Data or model files that cannot be used.</summary>
    public const int Data = 2;

    /// <summary>Some cells of a run failed; the others have their results.</summary>
    public const int CellsFailed = 3;

    /// <summary>A comparison found a number that is off.</summary>
    public const int Regression = 4;

    /// <summary>Interrupted by SIGINT (Ctrl-C).</summary>
    public const int Interrupted = 130;

    /// <summary>Ended by SIGTERM.</summary>
    public const int Terminated = 143;

    /// <summary>A bug in Clipper.Bench: BSD's EX_SOFTWARE, so that no caller takes it for one of the above.</summary>
    public const int Bug = 70;
}
