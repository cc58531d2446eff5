using Clipper.Benchmarks.Comparison;
using Clipper.Core.Errors;

namespace Clipper.Benchmarks.Tests.Comparison;

public sealed class RivalArgumentsTests
{
    private static readonly string[] s_known = ["imprint", "images", "probes"];

    [Fact]
    public void Nothing_named_is_everything()
    {
        RivalArguments arguments = RivalArguments.Parse([], s_known);

        Assert.Equal(s_known, arguments.Names);
        Assert.Equal(RivalArguments.UsualRounds, arguments.Rounds);
        Assert.True(arguments.IsWhole);
    }

    [Fact]
    public void Names_and_rounds_are_taken_in_any_order()
    {
        RivalArguments arguments = RivalArguments.Parse(["probes", "--rounds", "11", "imprint", "probes"], s_known);

        Assert.Equal(["imprint", "probes"], arguments.Names);
        Assert.Equal(11, arguments.Rounds);
        Assert.False(arguments.IsWhole);
    }

    [Fact]
    public void Fewer_rounds_than_usual_are_no_whole_run() =>
        Assert.False(RivalArguments.Parse(["--rounds", "1"], s_known).IsWhole);

    [Theory]
    [InlineData("got nothing", "--rounds")]
    [InlineData("got 'x'", "--rounds", "x")]
    [InlineData("got '0'", "--rounds", "0")]
    [InlineData("got '-3'", "--rounds", "-3")]
    [InlineData("got '1001'", "--rounds", "1001")]
    [InlineData("given twice", "--rounds", "3", "--rounds", "4")]
    [InlineData("Did you mean 'imprint'?", "imprnt")]
    [InlineData("Did you mean '--rounds'?", "--round", "3")]
    public void Mistake_is_refused(string message, params string[] args)
    {
        string refusal = Assert.Throws<UsageException>(() => RivalArguments.Parse(args, s_known)).Message;

        Assert.Contains(message, refusal, StringComparison.Ordinal);
    }
}
