namespace Clipper.Core.Errors;

/// <summary>A wrong command line or experiment file (exit code 1).</summary>
public sealed class UsageException(string message, Exception? inner = null) : UserException(message, inner)
{
    /// <inheritdoc />
    public override int ExitCode => 1;
}
