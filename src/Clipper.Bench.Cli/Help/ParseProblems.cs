using System.CommandLine;
using System.CommandLine.Parsing;
using Clipper.Bench.Cli.Commands;
using Clipper.Core.Errors;

namespace Clipper.Bench.Cli.Help;

/// <summary>What is wrong with a command line, in words that say how to mend it.</summary>
internal static class ParseProblems
{
    /// <summary>Says which word stands where a command is due and is none; null where all is well.</summary>
    public static string? UnknownCommand(ParseResult parse)
    {
        Command command = parse.CommandResult.Command;
        return command.Subcommands.Count > 0 && parse.UnmatchedTokens is [var first, ..] && !LooksLikeOption(first)
            ? $"'{first}' is not a command of '{CommandTree.PathOf(parse.CommandResult)}'."
                + Suggestion.Question(first, NamesOf(command))
            : null;
    }

    /// <summary>All problems; none for a command line that can run.</summary>
    public static IReadOnlyList<string> Of(ParseResult parse)
    {
        if (UnknownCommand(parse) is { } unknown)
        {
            return [unknown];
        }

        string path = CommandTree.PathOf(parse.CommandResult);
        Command command = parse.CommandResult.Command;
        string[] options = [.. UnknownOptions(parse).Distinct().Select(option =>
            $"'{option}' is not an option of '{path}'."
            + Suggestion.Question(option, OptionNames(parse.CommandResult)))];
        if (options.Length > 0)
        {
            return options;
        }

        return command.Subcommands.Count > 0
            ? [$"'{path}' needs a command: {string.Join(", ", NamesOf(command))}."]
            : [.. parse.Errors.Select(error => error.Message).Distinct()];
    }

    private static IEnumerable<string> NamesOf(Command command) => command.Subcommands.Select(sub => sub.Name);

    // A list of files takes every word, a mistyped option too, so these are found among the words up to '--'. What is
    // passed on to another program is for that one to judge.
    private static IEnumerable<string> UnknownOptions(ParseResult parse)
    {
        HashSet<string> passedOn =
        [
            .. parse.CommandResult.Children.OfType<OptionResult>()
                .Where(result => result.Option.Name == SubmitCommand.SbatchName)
                .SelectMany(result => result.Tokens).Select(token => token.Value),
        ];
        return parse.Tokens
            .TakeWhile(token => token.Type != TokenType.DoubleDash)
            .Where(token => token.Type == TokenType.Argument && LooksLikeOption(token.Value))
            .Where(token => !passedOn.Contains(token.Value))
            .Select(token => token.Value.Split('=')[0]);
    }

    private static bool LooksLikeOption(string word) =>
        word.Length > 1 && word[0] == '-' && (word[1] == '-' || char.IsAsciiLetter(word[1]));

    private static IEnumerable<string> OptionNames(CommandResult? result)
    {
        for (SymbolResult? at = result; at is not null; at = at.Parent)
        {
            if (at is CommandResult { Command: var command })
            {
                foreach (Option option in command.Options.Where(option => at == result || option.Recursive))
                {
                    yield return option.Name;
                }
            }
        }
    }
}
