using Clipper.Bench.Speed;

namespace Clipper.Bench.Tests.Speed;

public sealed class SpeedMeterTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public void Rate_is_the_median_of_the_rounds()
    {
        SpeedFigure figure = Measure(new ScriptedWork(_clock, round => round == 2 ? 5000 : 100), rounds: 3);

        Assert.Equal(100, figure.Rate, 6);
        Assert.Equal(("scripted", "things"), (figure.Name, figure.Unit));
    }

    [Fact]
    public void Machine_that_is_slower_for_a_while_leaves_the_relative_speed_alone()
    {
        double slowness = 1;
        var work = new ScriptedWork(_clock, _ => 100 * slowness);
        var meter = new SpeedMeter(_clock, () => _clock.Advance(20 * slowness));

        double before = meter.Measure(work, 5, CancellationToken.None).Relative;
        slowness = 3;
        double after = meter.Measure(work, 5, CancellationToken.None).Relative;

        Assert.Equal(10 * 20 / 100.0, before, 6);
        Assert.Equal(before, after, 6);
    }

    [Fact]
    public void Quick_work_is_called_often_enough_for_the_clock()
    {
        int calls = 0;
        var work = new ScriptedWork(_clock, round =>
        {
            calls += round == 1 ? 1 : 0;
            return 1;
        });

        Measure(work, rounds: 1);

        Assert.Equal(40, calls);
    }

    [Fact]
    public void Answer_other_than_that_of_a_run_is_refused()
    {
        var work = new ScriptedWork(_clock, _ => 100) { AnswerOf = round => round == 2 ? "wrong" : $"{round}" };

        var error = Assert.Throws<WrongAnswerException>(() => Measure(work, rounds: 3));

        Assert.Contains("round 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_that_do_not_change_with_the_inputs_are_refused()
    {
        var work = new ScriptedWork(_clock, _ => 100) { AnswerOf = _ => "kept", ExpectedOf = _ => "kept" };

        Assert.Throws<WrongAnswerException>(() => Measure(work, rounds: 2));
    }

    [Fact]
    public void Cancellation_stops_it()
    {
        var work = new ScriptedWork(_clock, _ => 100);
        var meter = new SpeedMeter(_clock, () => _clock.Advance(20));

        Assert.Throws<OperationCanceledException>(() => meter.Measure(work, 3, new CancellationToken(canceled: true)));
    }

    private SpeedFigure Measure(ScriptedWork work, int rounds) =>
        new SpeedMeter(_clock, () => _clock.Advance(20)).Measure(work, rounds, CancellationToken.None);
}
