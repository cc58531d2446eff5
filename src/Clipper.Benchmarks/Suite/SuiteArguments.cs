using BenchmarkDotNet.ConsoleArguments;
using BenchmarkDotNet.Loggers;
using Clipper.Core.Errors;

namespace Clipper.Benchmarks.Suite;

/// <summary>What the suite is asked for.</summary>
/// <param name="ForBenchmarkDotNet">Arguments of BenchmarkDotNet, which choose benchmarks.</param>
/// <param name="Given">Those that were given, for the page.</param>
/// <param name="IsWhole">Whether it is all benchmarks, measured at least as long as usual: what the machine's page
/// shows.</param>
/// <param name="IsQuestion">Whether it asks for text in place of measurements.</param>
internal sealed record SuiteArguments(
    IReadOnlyList<string> ForBenchmarkDotNet, IReadOnlyList<string> Given, bool IsWhole, bool IsQuestion)
{
    private static readonly string[] s_questions = ["--list", "--help", "--info", "--version"];
    private static readonly string[] s_longJobs = ["short", "medium", "long", "verylong"];

    /// <summary>Reads the arguments.</summary>
    /// <exception cref="UsageException">BenchmarkDotNet does not know an argument, or a word belongs to no
    /// option.</exception>
    public static SuiteArguments Parse(IReadOnlyList<string> args)
    {
        if (args.Any(s_questions.Contains))
        {
            string[] filter = args.Contains("--list") && !HasChoice(args) ? ["--filter", "*"] : [];
            return new SuiteArguments([.. args, .. filter], args, IsWhole: false, IsQuestion: true);
        }

        RequireKnown(args);
        RequireNoWordAfterJob(args);
        string[] all = HasChoice(args) ? [] : ["--filter", "*"];
        return new SuiteArguments([.. args, .. all], args, IsAll(args), IsQuestion: false);
    }

    // A dry job, or one whose length the arguments change, would take the place of figures that mean something.
    private static bool IsAll(IReadOnlyList<string> args) => args is []
        || (args is ["--job" or "-j", var job] && s_longJobs.Contains(job, StringComparer.OrdinalIgnoreCase));

    private static bool HasChoice(IReadOnlyList<string> args) => args.Any(arg => arg.Split('=')[0] is
        "--filter" or "-f" or "--allCategories" or "--anyCategories" or "--attribute");

    private static void RequireKnown(IReadOnlyList<string> args)
    {
        var problems = new AccumulationLogger();
        if (!ConfigParser.Parse([.. args], problems).isSuccess)
        {
            // What is wrong stands before the list of all options.
            IEnumerable<string> lines = problems.GetLog().Split('\n').Select(line => line.Trim())
                .Where(line => line.Length > 0).TakeWhile(line => !line.StartsWith('-'));
            throw new UsageException(
                $"BenchmarkDotNet does not take '{string.Join(' ', args)}': {string.Join(' ', lines)}");
        }
    }

    // BenchmarkDotNet drops such a word without a sign.
    private static void RequireNoWordAfterJob(IReadOnlyList<string> args)
    {
        for (int i = 0; i + 2 < args.Count; i++)
        {
            if (args[i] is "--job" or "-j" && !args[i + 2].StartsWith('-'))
            {
                throw new UsageException(
                    $"'{args[i + 2]}' belongs to no option. Benchmarks are chosen with --filter '*{args[i + 2]}*'.");
            }
        }
    }
}
