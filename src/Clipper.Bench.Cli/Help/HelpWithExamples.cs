using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Clipper.Bench.Cli.Commands;

namespace Clipper.Bench.Cli.Help;

/// <summary>System.CommandLine's help page, followed by the command's examples.</summary>
internal sealed class HelpWithExamples(int width) : SynchronousCommandLineAction
{
    private static readonly string[] RootExamples = ["clipper run configs/quickstart.yaml"];

    private readonly HelpAction _page = new() { MaxWidth = width };

    /// <inheritdoc />
    public override bool ClearsParseErrors => true;

    /// <inheritdoc />
    public override int Invoke(ParseResult parseResult)
    {
        _page.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        IReadOnlyList<string> examples =
            parseResult.CommandResult.Command is CliCommand command ? command.Examples : RootExamples;
        output.WriteLine(examples.Count == 1 ? "Example:" : "Examples:");
        foreach (string example in examples)
        {
            output.WriteLine($"  {example}");
        }

        return ExitCodes.Done;
    }
}
