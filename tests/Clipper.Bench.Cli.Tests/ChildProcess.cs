using System.Diagnostics;

namespace Clipper.Bench.Cli.Tests;

/// <summary>Runs the built program itself.</summary>
internal sealed record ChildProcess(int ExitCode, string Output, string Error)
{
    /// <summary>The program beside the tests.</summary>
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "clipper");

    /// <summary>Runs it to its end, at most ten minutes.</summary>
    public static ChildProcess Run(IReadOnlyList<string> args, params IReadOnlyList<(string, string)> environment)
    {
        using Process process = Start(args, environment);
        return Finish(process);
    }

    /// <summary>What starts it: a shell ignores Ctrl-C for what it starts in the background, and so would the program,
    /// had the tests been started there.</summary>
    public static IReadOnlyList<string> Words { get; } = ["env", "--default-signal=INT", Program];

    /// <summary>Starts it.</summary>
    public static Process Start(IReadOnlyList<string> args, params IReadOnlyList<(string, string)> environment)
    {
        var start = new ProcessStartInfo(Words[0], [.. Words.Skip(1), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException($"{Program} did not start.");
    }

    /// <summary>Waits for its end.</summary>
    public static ChildProcess Finish(Process process)
    {
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(10)))
        {
            process.Kill();
            throw new TimeoutException($"clipper did not end; stderr: {error.Result}");
        }

        return new ChildProcess(process.ExitCode, output.Result, error.Result);
    }
}
