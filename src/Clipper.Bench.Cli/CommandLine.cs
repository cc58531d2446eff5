using System.CommandLine;
using System.Globalization;
using Clipper.Bench.Cli.Commands;
using Clipper.Bench.Cli.Help;
using Clipper.Bench.Cli.Output;
using Clipper.Bench.Runs;
using Clipper.Core.Errors;

namespace Clipper.Bench.Cli;

/// <summary>The entry: parses, runs the command, and turns every outcome into an exit code (docs/cli.md).</summary>
internal static class CommandLine
{
    /// <summary>Runs one command line and returns the process's exit code.</summary>
    public static int Run(IReadOnlyList<string> args, Terminal terminal)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        ParseResult parse = Parse(args);
        var configuration = new InvocationConfiguration
        {
            Output = terminal.Output,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        // Help passes over what else is wrong with the line, but the page of a mistyped command would be another's.
        bool isHelpOnNothing = parse.Action is HelpWithExamples && ParseProblems.UnknownCommand(parse) is not null;
        if (!isHelpOnNothing && parse.Action is { } action && action.ClearsParseErrors)
        {
            return parse.Invoke(configuration);
        }

        IReadOnlyList<string> errors = ParseProblems.Of(parse);
        if (errors.Count > 0)
        {
            return Refuse(errors, parse, terminal);
        }

        return parse.CommandResult.Command is CliCommand { Execute: not null } command
            ? Execute(command, parse, parse.GetValue<bool>(SharedOptions.QuietName) ? terminal.Quieter() : terminal)
            : parse.Invoke(configuration);
    }

    /// <summary>Parses without running; options are not bundled, so that <c>-head</c> is not <c>-h</c>.</summary>
    internal static ParseResult Parse(IReadOnlyList<string> args) =>
        CommandTree.Build().Parse(args, new ParserConfiguration { EnablePosixBundling = false });

    private static int Refuse(IReadOnlyList<string> errors, ParseResult parse, Terminal terminal)
    {
        foreach (string error in errors)
        {
            terminal.Complain(error);
        }

        terminal.Error.WriteLine($"'{CommandTree.PathOf(parse.CommandResult)} --help' shows how it is used.");
        return ExitCodes.Usage;
    }

    private static int Execute(CliCommand command, ParseResult parse, Terminal terminal)
    {
        using var interruption = new Interruption();
        try
        {
            return command.Execute?.Invoke(parse, new Session(terminal, interruption.Token)) ?? ExitCodes.Bug;
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            terminal.Complain(command.IsResumable
                ? $"interrupted; what is complete is kept. To go on: {ResumeLine(parse)}"
                : "interrupted; nothing was written.");
            return interruption.ExitCode;
        }
        catch (UserException error)
        {
            terminal.Complain(error.Message);
            return error.ExitCode;
        }
        catch (Exception bug)
        {
            terminal.Complain("a bug in Clipper.Bench:");
            terminal.Error.WriteLine(bug);
            terminal.Error.WriteLine("Please report these lines with the command and what 'clipper doctor' prints.");
            return ExitCodes.Bug;
        }
    }

    // --fresh would move aside what the interrupted call has left.
    private static string ResumeLine(ParseResult parse)
    {
        IEnumerable<string> words = parse.Tokens.Select(token => token.Value);
        return ShellLine.Of(words.Where(word => word != RunCommand.FreshName).Prepend("clipper"));
    }
}
