using Clipper.Bench.Speed;

namespace Clipper.Bench.Tests.Speed;

/// <summary>Work that takes as long as it is told to, on a clock of the test.</summary>
/// <param name="clock">The clock.</param>
/// <param name="milliseconds">How long a call takes in each round.</param>
internal sealed class ScriptedWork(ManualClock clock, Func<int, double> milliseconds) : ISpeedWork
{
    private int _round;

    public string Name => "scripted";

    public double Amount => 10;

    public string Unit => "things";

    public Func<int, string> AnswerOf { get; init; } = round => $"{round}";

    public Func<int, string> ExpectedOf { get; init; } = round => $"{round}";

    public void Prepare(int round) => _round = round;

    public void Run() => clock.Advance(milliseconds(_round));

    public string Answer() => AnswerOf(_round);

    public string Expected() => ExpectedOf(_round);

    public void Dispose()
    {
    }
}
