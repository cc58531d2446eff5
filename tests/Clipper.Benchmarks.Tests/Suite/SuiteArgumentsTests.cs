using Clipper.Benchmarks.Suite;

namespace Clipper.Benchmarks.Tests.Suite;

public sealed class SuiteArgumentsTests
{
    [Theory]
    [InlineData]
    [InlineData("--job", "medium")]
    [InlineData("-j", "Long")]
    public void All_benchmarks_in_a_usual_job_are_a_whole_run(params string[] args)
    {
        SuiteArguments arguments = SuiteArguments.Parse(args);

        Assert.True(arguments.IsWhole);
        Assert.Equal([.. args, "--filter", "*"], arguments.ForBenchmarkDotNet);
    }

    [Theory]
    [InlineData("--job", "dry")]
    [InlineData("--job=dry")]
    [InlineData("--iterationCount", "1")]
    [InlineData("--filter", "*")]
    [InlineData("--filter=*Imprint*")]
    [InlineData("--filter", "*Imprint*", "--job", "long")]
    public void Anything_less_never_takes_the_place_of_the_machines_page(params string[] args)
    {
        SuiteArguments arguments = SuiteArguments.Parse(args);

        Assert.False(arguments.IsWhole);
        Assert.Single(arguments.ForBenchmarkDotNet, arg => arg.StartsWith("--filter", StringComparison.Ordinal));
        Assert.NotEqual(Pages.FolderOf(isWhole: true), Pages.FolderOf(arguments.IsWhole));
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("--list", "flat")]
    public void Question_measures_nothing(params string[] args) => Assert.True(SuiteArguments.Parse(args).IsQuestion);
}
