using System.Text.RegularExpressions;
using Clipper.Bench.Cli.Output;

namespace Clipper.Bench.Cli.Tests;

/// <summary>Runs command lines in this process and keeps what they print.</summary>
internal sealed record Console(int ExitCode, string Output, string Error)
{
    /// <summary>Runs off a terminal, as a script does.</summary>
    public static Console Run(params string[] args) => Run(isTerminal: false, args);

    /// <summary>Runs as if both streams were a terminal of 100 columns.</summary>
    public static Console RunOnTerminal(params string[] args) => Run(isTerminal: true, args);

    private static Console Run(bool isTerminal, string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal
        {
            Output = output,
            Error = error,
            OutputIsTerminal = isTerminal,
            ErrorIsTerminal = isTerminal,
            Colours = isTerminal,
        };
        int exitCode = CommandLine.Run(args, terminal);
        return new Console(exitCode, Named(output), Named(error));
    }

    // System.CommandLine calls the program by the process's name, which is the test host's here.
    private static string Named(StringWriter writer) =>
        Regex.Replace(writer.ToString(), "(?m)^  (testhost|dotnet) ", "  clipper ");
}
