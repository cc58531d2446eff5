namespace Clipper.Bench.Cli.Tests.Output;

/// <summary>A clock that a test moves.</summary>
internal sealed class StoppedClock : TimeProvider
{
    public long Seconds { get; set; }

    public override long TimestampFrequency => 1;

    public override long GetTimestamp() => Seconds;
}
