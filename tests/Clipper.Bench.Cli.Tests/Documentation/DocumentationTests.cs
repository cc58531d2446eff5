using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using Clipper.Bench.Cli.Help;
using Clipper.Bench.Configuration;
using Clipper.Testing;

namespace Clipper.Bench.Cli.Tests.Documentation;

/// <summary>What the documentation shows is what the program takes.</summary>
public sealed partial class DocumentationTests
{
    private const int LongestReadme = 250;

    private static readonly string[] OfRunScript = ["setup", "test", "readme"];

    public static TheoryData<string> Pages =>
        ["README.md", .. Directory.EnumerateFiles(RepositoryRoot.Combine("docs"), "*.md")
            .Select(file => $"docs/{Path.GetFileName(file)}").Order(StringComparer.Ordinal)];

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/cli.md")]
    public void Command_that_is_shown_parses(string page)
    {
        string[][] lines = [.. CommandsIn(Text(page))];

        Assert.NotEmpty(lines);
        Assert.All(lines, words => Assert.Empty(ParseProblems.Of(CommandLine.Parse(words))));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/formats.md")]
    public void Experiment_that_is_shown_is_valid(string page)
    {
        using var folder = new TemporaryFolder();
        string[] examples = [.. YamlBlock().Matches(Text(page)).Select(match => match.Groups["text"].Value)
            .Where(text => text.StartsWith("name:", StringComparison.Ordinal))];

        Assert.NotEmpty(examples);
        Assert.All(examples, text => Assert.NotNull(ExperimentFile.Load(folder.Write("shown.yaml", text), [])));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Link_to_a_file_leads_somewhere(string page)
    {
        string folder = Path.GetDirectoryName(RepositoryRoot.Combine(page.Split('/'))) ?? "";

        Assert.All(
            LocalLink().Matches(Text(page)).Select(match => match.Groups["path"].Value),
            link => Assert.True(Path.Exists(Path.Combine(folder, link)), link));
    }

    [Fact]
    public void Readme_is_short() => Assert.InRange(Text("README.md").Split('\n').Length, 50, LongestReadme);

    [Fact]
    public void Command_page_names_every_command()
    {
        string page = Text("docs/cli.md");

        Assert.All(
            Cli.Commands.CommandTree.Build().Subcommands,
            command => Assert.Contains($"`{command.Name}", page, StringComparison.Ordinal));
    }

    private static string Text(string page) => File.ReadAllText(RepositoryRoot.Combine(page.Split('/')));

    private static IEnumerable<string[]> CommandsIn(string markdown) =>
        from block in PlainBlock().Matches(markdown)
        from line in block.Groups["text"].Value.Split('\n')
        let words = CommandLineParser.SplitCommandLine(line).ToArray()
        where words is ["./run.sh" or "clipper", _, ..] && !OfRunScript.Contains(words[1])
        select words[1..];

    [GeneratedRegex(@"(?ms)^```\n(?<text>.*?)^```$")]
    private static partial Regex PlainBlock();

    [GeneratedRegex(@"(?ms)^```yaml\n(?<text>.*?)^```$")]
    private static partial Regex YamlBlock();

    [GeneratedRegex(@"\]\((?<path>[^)#:]+)(#[^)]*)?\)")]
    private static partial Regex LocalLink();
}
