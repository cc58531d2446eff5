using Clipper.Testing;

namespace Clipper.Bench.Cli.Tests.Commands;

public sealed class DemoCommandTests
{
    [Fact]
    public void Demo_ends_with_a_table_and_a_page()
    {
        using var folder = new TemporaryFolder();
        string output = folder.Combine("demo");

        Console console = Console.Run("demo", "--out", output, "--quiet");

        Assert.True(console.ExitCode == 0, console.Error);
        Assert.Equal(
            2 * 4,
            console.Output.Split('\n').Count(line => line.StartsWith("shapes ", StringComparison.Ordinal)));
        string page = Path.Combine(output, "report.html");
        Assert.EndsWith($"Report:  {page}\n", console.Output, StringComparison.Ordinal);
        Assert.Contains("clip-toy knows drawn shapes alone", File.ReadAllText(page), StringComparison.Ordinal);
    }
}
