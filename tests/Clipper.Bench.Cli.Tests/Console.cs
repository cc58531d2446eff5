using System.Text.RegularExpressions;
using Clipper.Bench.Cli.Output;

namespace Clipper.Bench.Cli.Tests;

/// <summary>Runs command lines in this process and keeps what they print.</summary>
internal sealed record Console(int ExitCode, string Output, string Error)
{
    /// <summary>Runs off a terminal, as a script does.</summary>
    public static Console Run(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        int exitCode = CommandLine.Run(args, new Terminal { Output = output, Error = error });
        return new Console(exitCode, Named(output), Named(error));
    }

    // System.CommandLine calls the program by the process's name, which is the test host's here.
    private static string Named(StringWriter writer) =>
        Regex.Replace(writer.ToString(), "(?m)^  (testhost|dotnet) ", "  clipper ");
}
