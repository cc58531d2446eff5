using Clipper.Bench.Runs;

namespace Clipper.Bench.Tests.Runs;

public sealed class AnswerTallyTests
{
    [Fact]
    public void Most_frequent_wrong_answer_wins_and_the_first_of_those_that_are_tied()
    {
        var tally = new AnswerTally();
        tally.AddRight();
        tally.AddWrong([3]);
        tally.AddWrong([1, 2]);

        Assert.Equal([3], tally.Predicted);
        tally.AddWrong([1, 2]);

        Assert.Equal([1, 2], tally.Predicted);
        Assert.Equal((4, 3), (tally.Shown, tally.Wrong));
    }

    [Fact]
    public void Nothing_is_predicted_where_nothing_was_wrong()
    {
        var tally = new AnswerTally();
        tally.AddRight();

        Assert.Empty(tally.Predicted);
        Assert.Equal((1, 0), (tally.Shown, tally.Wrong));
    }
}
