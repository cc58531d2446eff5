using Clipper.Bench.Reports;
using Clipper.Bench.Reports.Tables;

namespace Clipper.Bench.Tests.Reports.Tables;

public sealed class BestMarksTests
{
    [Fact]
    public void Best_and_what_its_interval_reaches_are_marked()
    {
        SummaryValue?[] values = [new(0.80, 0.01), new(0.785, 0.006), new(0.77, 0.01), null];

        Assert.Equal([true, true, false, false], BestMarks.Of(values));
    }

    [Fact]
    public void Value_that_just_touches_the_interval_is_tied() =>
        Assert.Equal([true, true], BestMarks.Of([new(0.75, 0.125), new(0.5, 0.125)]));

    [Fact]
    public void Group_of_one_has_nothing_to_stand_out_from() =>
        Assert.Equal([false, false], BestMarks.Of([new(0.8, 0.01), null]));

    [Fact]
    public void Values_without_interval_are_compared_by_their_means() =>
        Assert.Equal([true, false], BestMarks.Of([new(0.8, null), new(0.79, null)]));
}
