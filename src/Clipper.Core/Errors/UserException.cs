namespace Clipper.Core.Errors;

/// <summary>A problem that the user can fix: the message says what, where, got, expected and how to mend it. The
/// command line prints the message without a stack and leaves with <see cref="ExitCode"/>; every other exception is a
/// bug.</summary>
public abstract class UserException : Exception
{
    /// <summary>Makes the exception from its message and, where there is one, its cause.</summary>
    protected UserException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>The exit code of the process: 1 for usage and configuration, 2 for data and model files.</summary>
    public abstract int ExitCode { get; }
}
