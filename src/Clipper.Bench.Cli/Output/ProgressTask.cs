namespace Clipper.Bench.Cli.Output;

/// <summary>How far something is.</summary>
/// <param name="Name">What is done.</param>
/// <param name="Unit">What is counted, in the plural.</param>
/// <param name="Total">How many there are.</param>
/// <param name="First">How many were done when it began: they cost no time.</param>
/// <param name="Done">How many are done.</param>
/// <param name="Began">Timestamp of its beginning.</param>
/// <param name="IsPart">Whether it is a part of another task.</param>
internal sealed record ProgressTask(
    string Name, string Unit, int Total, int First, int Done, long Began, bool IsPart)
{
    /// <summary>What is said beside it.</summary>
    public string Remark { get; init; } = "";

    /// <summary>Timestamp of its end; null where it goes on.</summary>
    public long? Ended { get; init; }

    /// <summary>Whether it has ended.</summary>
    public bool IsDone => Done >= Total;

    /// <summary>How long the rest takes at the pace so far; null where there is no pace yet.</summary>
    public TimeSpan? Left(TimeSpan elapsed) =>
        Done > First ? elapsed * ((double)(Total - Done) / (Done - First)) : null;
}
