using Clipper.Bench.Speed;

namespace Clipper.Bench.Tests.Speed;

public sealed class SpeedWorkTests
{
    public static TheoryData<string> Names => [.. SpeedGate.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Timed_answer_is_that_of_a_run_and_changes_with_the_round(string name)
    {
        using ISpeedWork work = SpeedGate.Create(name);

        string[] answers = [.. new[] { 0, 1, 0 }.Select(round => AnswerOf(work, round))];

        Assert.Equal(answers[0], answers[2]);
        Assert.NotEqual(answers[0], answers[1]);
    }

    private static string AnswerOf(ISpeedWork work, int round)
    {
        work.Prepare(round);
        work.Run();

        Assert.Equal(work.Expected(), work.Answer());
        return work.Answer();
    }
}
