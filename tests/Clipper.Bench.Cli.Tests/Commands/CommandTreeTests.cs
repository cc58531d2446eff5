using System.CommandLine;
using System.CommandLine.Parsing;
using Clipper.Bench.Cli.Commands;
using Clipper.Bench.Cli.Help;

namespace Clipper.Bench.Cli.Tests.Commands;

public sealed class CommandTreeTests
{
    public static TheoryData<string> Paths => [.. All(CommandTree.Build(), "").Select(found => found.Path)];

    [Theory]
    [MemberData(nameof(Paths))]
    public void Help_describes_the_command_and_shows_an_example(string path)
    {
        Console console = Console.Run([.. path.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        Assert.Equal(0, console.ExitCode);
        Assert.Empty(console.Error);
        Assert.Contains("Usage:", console.Output, StringComparison.Ordinal);
        Assert.Matches(@"Examples?:\n  clipper ", console.Output);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Example_is_a_command_line_that_parses(string path)
    {
        var command = All(CommandTree.Build(), "").Single(found => found.Path == path).Command;

        Assert.All(command.Examples, example =>
        {
            string[] words = [.. CommandLineParser.SplitCommandLine(example)];
            Assert.Equal("clipper", words[0]);
            Assert.Empty(ParseProblems.Of(CommandLine.Parse(words[1..])));
        });
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Every_option_and_argument_is_described(string path)
    {
        Command command = All(CommandTree.Build(), "").Single(found => found.Path == path).Command;

        IEnumerable<Symbol> symbols = [.. command.Options, .. command.Arguments];
        Assert.All(symbols, symbol => Assert.False(string.IsNullOrEmpty(symbol.Description), symbol.Name));
    }

    private static IEnumerable<(string Path, CliCommand Command)> All(Command parent, string path) =>
        parent.Subcommands.Cast<CliCommand>().SelectMany(command => All(command, $"{path} {command.Name}".Trim())
            .Prepend(($"{path} {command.Name}".Trim(), command)));
}
