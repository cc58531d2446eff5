using System.Globalization;
using Clipper.Bench.Speed;
using Clipper.Benchmarks.Comparison;
using Clipper.Benchmarks.Suite;
using Clipper.Core.Errors;

namespace Clipper.Benchmarks.Scaling;

/// <summary>How time and memory grow, each size in a process of its own; writes a page and two plots.</summary>
internal static class ScalingRun
{
    /// <summary>The argument that makes this program measure one size and end.</summary>
    public const string Command = "scaling-size";

    private static readonly CultureInfo s_invariant = CultureInfo.InvariantCulture;
    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(0.5);

    /// <summary>What the child does.</summary>
    public static void Measure(int subject, int size)
    {
        ScalingWork work = ScalingSubjects.All[subject].Prepare(size);
        try
        {
            ChildRun.PrintRepeated(work.Run);
        }
        finally
        {
            work.CleanUp?.Invoke();
        }
    }

    /// <summary>Measures all, prints the page, and writes it with its plots to docs/performance.</summary>
    /// <param name="evenIfBusy">Whether to measure beside other work; the page then goes to
    /// artifacts/benchmarks.</param>
    /// <exception cref="UsageException">Other programs keep the machine busy, and that was not allowed.</exception>
    public static int Run(bool evenIfBusy)
    {
        RunFacts facts = RunFacts.Start();
        if (facts.IsBusy && !evenIfBusy)
        {
            throw new UsageException(string.Create(
                s_invariant,
                $"Other programs use {facts.Others:F2} cores, so times would not show how work grows: wait for them, "
                + $"or measure all the same with --even-if-busy, which writes to artifacts/benchmarks alone."));
        }

        ScalingCurve[] curves = [.. ScalingSubjects.All.Index().Select(each => Curve(each.Index, each.Item))];
        string machine = MachineIdentity.Read().Name;
        string name = $"scaling-{machine}";
        string page = new ScalingPage(name, facts.Table(), curves).ToMarkdown();
        ScalingPlots.Write(Pages.FolderOf(!facts.IsBusy), name, curves);
        Console.WriteLine(page);
        Pages.Write($"{name}.md", page, !facts.IsBusy);
        return 0;
    }

    private static ScalingCurve Curve(int index, ScalingSubject subject)
    {
        ChildRun Child(int size) => ChildRun.Of(Command, index.ToString(s_invariant), size.ToString(s_invariant));
        Child(subject.Sizes[0]); // makes what all sizes share, as the embeddings of the cells
        var points = new List<ScalingPoint>();
        foreach (int size in subject.Sizes)
        {
            Console.Error.WriteLine(string.Create(s_invariant, $"{subject.Name}: {size:N0} {subject.Unit}"));
            double others = OtherWork.Cores(s_look);
            points.Add(new ScalingPoint(size, Child(size), subject.BlockBytes(size), others));
        }

        return new ScalingCurve(subject, points);
    }
}
