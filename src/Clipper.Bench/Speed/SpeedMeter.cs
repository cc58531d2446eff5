namespace Clipper.Bench.Speed;

/// <summary>Measures pieces of work: in every round each has new inputs and is timed right after the yardstick, and its
/// answers are checked before its time counts.</summary>
/// <param name="clock">Tells the time.</param>
/// <param name="yardstick">Work that never changes.</param>
internal sealed class SpeedMeter(TimeProvider clock, Action yardstick)
{
    /// <summary>Long enough that the clock and the scheduler do not matter.</summary>
    private static readonly TimeSpan s_leastTime = TimeSpan.FromMilliseconds(40);

    /// <summary>Calls of this time let the just-in-time compiler come to its end.</summary>
    private static readonly TimeSpan s_warmUp = TimeSpan.FromMilliseconds(300);

    /// <summary>Measures one piece of work.</summary>
    /// <param name="work">The work.</param>
    /// <param name="rounds">Pairs of yardstick and work; at least 1.</param>
    /// <param name="cancellation">Stops between rounds.</param>
    /// <exception cref="WrongAnswerException">The timed work gave other answers than a run does, or the same answers
    /// for other inputs.</exception>
    public SpeedFigure Measure(ISpeedWork work, int rounds, CancellationToken cancellation)
    {
        work.Prepare(0);
        int calls = Calls(work);
        var rates = new double[rounds];
        var relatives = new double[rounds];
        string before = CheckedAnswer(work, 0);
        for (int round = 0; round < rounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            work.Prepare(round + 1);
            double rule = Seconds(yardstick);
            double seconds = Seconds(() => Repeat(work, calls)) / calls;
            string answer = CheckedAnswer(work, round + 1);
            if (answer == before)
            {
                throw new WrongAnswerException(
                    $"{work.Name}: rounds {round} and {round + 1} had different inputs and gave the same answers.");
            }

            before = answer;
            rates[round] = work.Amount / seconds;
            relatives[round] = work.Amount / seconds * rule;
        }

        return new SpeedFigure(work.Name, work.Unit, Median(rates), Median(relatives));
    }

    private static string CheckedAnswer(ISpeedWork work, int round)
    {
        string answer = work.Answer();
        string expected = work.Expected();
        return answer == expected
            ? answer
            : throw new WrongAnswerException(
                $"{work.Name}, round {round}: the timed work gave {answer}, a run gives {expected}.");
    }

    // At least as many calls as fill the least time, found after the code is compiled.
    private int Calls(ISpeedWork work)
    {
        long start = clock.GetTimestamp();
        do
        {
            work.Run();
            yardstick();
        }
        while (clock.GetElapsedTime(start) < s_warmUp);

        double once = Seconds(work.Run);
        return (int)Math.Ceiling(s_leastTime.TotalSeconds / Math.Clamp(once, 1e-7, s_leastTime.TotalSeconds));
    }

    private static void Repeat(ISpeedWork work, int calls)
    {
        for (int call = 0; call < calls; call++)
        {
            work.Run();
        }
    }

    private double Seconds(Action action)
    {
        long start = clock.GetTimestamp();
        action();
        return clock.GetElapsedTime(start).TotalSeconds;
    }

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
