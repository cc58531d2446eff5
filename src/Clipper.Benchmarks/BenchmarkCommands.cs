using System.Globalization;
using Clipper.Bench.Speed;
using Clipper.Benchmarks.Comparison;
using Clipper.Benchmarks.Gpu;
using Clipper.Benchmarks.Scaling;
using Clipper.Benchmarks.Suite;
using Clipper.Core.Errors;

namespace Clipper.Benchmarks;

/// <summary>What the arguments ask for. Exit codes: 0 done, 1 usage, 2 a rival or file is missing, 3 some benchmarks
/// failed, 4 answers are wrong.</summary>
internal static class BenchmarkCommands
{
    /// <summary>What <c>--help</c> prints before BenchmarkDotNet's own options.</summary>
    public const string Usage = """
        Clipper.Benchmarks, called by ./run.sh bench (docs/performance.md)

          (no argument)                      every benchmark; writes the page of this machine
          --filter '*Imprint*' …             those whose names match, and every other option of BenchmarkDotNet
          rivals [NAME…] [--rounds N]        the same work beside Python
          scaling [--even-if-busy]           how time and memory grow
          gpu DEVICE BATCH SECONDS GOLDENS   the image encoder beside PyTorch (gpu.sh)
        """;

    private const int WrongAnswers = 4;

    private static readonly string[] s_commands = ["rivals", "scaling", "gpu"];

    /// <summary>Does it.</summary>
    /// <param name="args">The arguments of the program.</param>
    /// <param name="error">Is told what is wrong.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string[] args, TextWriter error)
    {
        try
        {
            return Execute(args);
        }
        catch (UserException e)
        {
            error.WriteLine(e.Message);
            if (e is UsageException)
            {
                error.WriteLine($"\n{Usage}");
            }

            return e.ExitCode;
        }
        catch (WrongAnswerException e)
        {
            error.WriteLine($"answers are wrong, so times mean nothing: {e.Message}");
            return WrongAnswers;
        }
    }

    private static int Execute(string[] args)
    {
        switch (args)
        {
            case ["rivals" or "scaling" or "gpu", "--help" or "-h", ..]:
                Console.WriteLine(Usage);
                return 0;
            case ["rivals", .. var rest]:
                return RivalRuns.Run(RivalArguments.Parse(rest, RivalRuns.Names));
            case [PipelineComparison.Command, var folder, var cache, var output]:
                PipelineComparison.Embed(folder, cache, output);
                return 0;
            case ["gpu", .. var rest]:
                return GpuRun.Run(rest);
            case [ScalingRun.Command, var subject, var size]:
                ScalingRun.Measure(NumberOf(subject), NumberOf(size));
                return 0;
            case ["scaling"]:
                return ScalingRun.Run(evenIfBusy: false);
            case ["scaling", "--even-if-busy"]:
                return ScalingRun.Run(evenIfBusy: true);
            case ["scaling", var unknown, ..]:
                throw new UsageException($"'{unknown}' is no option of scaling; there is --even-if-busy.");
            case [var word, ..] when !word.StartsWith('-'):
                throw new UsageException(
                    $"'{word}' is no command; there are {string.Join(", ", s_commands)}."
                    + Suggestion.Question(word, s_commands)
                    + $" Benchmarks are chosen with --filter '*{word}*'.");
            default:
                return SuiteRun.Run(SuiteArguments.Parse(args));
        }
    }

    private static int NumberOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw new UsageException($"'{text}' is no whole number.");
}
