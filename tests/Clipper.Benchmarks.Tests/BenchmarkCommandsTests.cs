namespace Clipper.Benchmarks.Tests;

public sealed class BenchmarkCommandsTests
{
    [Theory]
    [InlineData("'imprint' is no command; there are rivals, scaling, gpu", "imprint")]
    [InlineData("Did you mean 'scaling'?", "scalin")]
    [InlineData("Did you mean 'rivals'?", "rival", "imprint")]
    [InlineData("gpu: got 'cpu'; expected DEVICE BATCH SECONDS and the goldens' folder", "gpu", "cpu")]
    [InlineData("gpu: got 'cpu x 9 goldens'; expected DEVICE BATCH", "gpu", "cpu", "x", "9", "goldens")]
    [InlineData("'5' is no option of scaling", "scaling", "5")]
    [InlineData("'impr' is no comparison", "rivals", "impr")]
    [InlineData("--rounds needs a number from 1 to 1000, got nothing", "rivals", "imprint", "--rounds")]
    [InlineData("Option 'rival' is unknown", "--rival")]
    [InlineData("The provided base job \"foo\" is invalid", "--job", "foo")]
    [InlineData("'imprint' belongs to no option", "--job", "dry", "imprint")]
    public void Mistake_is_a_usage_error_that_measures_nothing(string message, params string[] args)
    {
        using var error = new StringWriter();

        int exitCode = BenchmarkCommands.Run(args, error);

        Assert.Equal(1, exitCode);
        Assert.Contains(message, error.ToString(), StringComparison.Ordinal);
        Assert.Contains("rivals [NAME…] [--rounds N]", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rivals")]
    [InlineData("scaling")]
    [InlineData("gpu")]
    public void Help_of_a_command_is_no_mistake(string command)
    {
        using var error = new StringWriter();

        Assert.Equal(0, BenchmarkCommands.Run([command, "--help"], error));
        Assert.Empty(error.ToString());
    }
}
