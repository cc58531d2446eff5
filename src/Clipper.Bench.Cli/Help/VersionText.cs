using System.CommandLine;
using System.CommandLine.Invocation;

namespace Clipper.Bench.Cli.Help;

/// <summary>Prints <c>clipper 0.1.0+commit</c>.</summary>
internal sealed class VersionText : SynchronousCommandLineAction
{
    /// <inheritdoc />
    public override bool ClearsParseErrors => true;

    /// <inheritdoc />
    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine($"clipper {BuildVersion.Text}");
        return ExitCodes.Done;
    }
}
