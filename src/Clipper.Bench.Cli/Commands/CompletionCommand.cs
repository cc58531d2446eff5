using System.CommandLine;
using Clipper.Bench.Cli.Help;

namespace Clipper.Bench.Cli.Commands;

/// <summary><c>clipper completion SHELL</c>.</summary>
internal static class CompletionCommand
{
    public static CliCommand Create()
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh or fish." };
        shell.CompletionSources.Add(CompletionScript.Shells);
        shell.Validators.Add(result => SharedOptions.RequireOneOf(result, "SHELL", CompletionScript.Shells));
        return new CliCommand("completion", "Print a shell's completion script.", "clipper completion bash")
        {
            Arguments = { shell },
            Execute = (parse, session) =>
            {
                session.Terminal.Output.WriteLine(CompletionScript.For(parse.GetRequiredValue(shell)));
                return ExitCodes.Done;
            },
        };
    }
}
