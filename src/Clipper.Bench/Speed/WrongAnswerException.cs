namespace Clipper.Bench.Speed;

/// <summary>Timed work gave other answers than it should: its times mean nothing.</summary>
public sealed class WrongAnswerException : Exception
{
    /// <summary>Without words.</summary>
    public WrongAnswerException()
    {
    }

    /// <summary>Says which work, and what it gave.</summary>
    public WrongAnswerException(string message)
        : base(message)
    {
    }

    /// <summary>Says which work, what it gave, and why.</summary>
    public WrongAnswerException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
