using System.Globalization;
using System.Text;
using Clipper.Benchmarks.Suite;

namespace Clipper.Benchmarks.Scaling;

/// <summary>The page of a machine that says how time and memory grow.</summary>
/// <param name="Name">Name of its files.</param>
/// <param name="Facts">A table of when and on what it was measured.</param>
/// <param name="Curves">What was measured.</param>
internal sealed record ScalingPage(string Name, string Facts, IReadOnlyList<ScalingCurve> Curves)
{
    private static readonly CultureInfo s_invariant = CultureInfo.InvariantCulture;

    /// <summary>The page in Markdown.</summary>
    public string ToMarkdown()
    {
        var page = new StringBuilder("# How time and memory grow\n\nWritten by `./run.sh bench --scaling`.\n\n");
        page.AppendLine(Facts).AppendLine();
        double others = Curves.SelectMany(curve => curve.Points).Select(point => point.Others).DefaultIfEmpty(0).Max();
        page.AppendLine(s_invariant, $"Right before a size, other programs used at most {others:F2} cores.");
        if (others > OtherWork.MostCores)
        {
            page.AppendLine().AppendLine("**Warning**: the machine was busy; sizes beside other work are marked *.");
        }

        page.AppendLine().AppendLine("""
            Each size in a process of its own. The first call gives the memory: the largest resident one, with the
            runtime's own; the block is what the work must hold. Then calls until 0.5 s have passed, that count for
            nothing, and five groups of calls of 50 ms or more each: the time is the median group's, by its calls.
            Preparing and cleaning up are in neither. The e in time ≈ a · size^e is told from each size to the next,
            so that small sizes, which are mostly what any call costs, do not hide how the large ones grow. That of
            the increments is of the last two steps: a cost that every size has is not in it.
            """);
        page.AppendLine().AppendLine(s_invariant, $"![time by size]({Name}.svg)").AppendLine();
        page.AppendLine(s_invariant, $"![memory by size]({Name}-memory.svg)");
        foreach (ScalingCurve curve in Curves)
        {
            AppendTable(page, curve);
        }

        return page.ToString();
    }

    private static void AppendTable(StringBuilder page, ScalingCurve curve)
    {
        page.AppendLine().AppendLine(s_invariant, $"## {curve.Subject.Name}").AppendLine();
        string verdict = curve.IsSuperLinear ? ": **grows faster than the size**" : "";
        page.AppendLine(
            s_invariant,
            $"e of the last step {Text(curve.LastExponent)}, "
            + $"of the increments {Text(curve.IncrementExponent)}{verdict}");
        page.AppendLine().AppendLine(
            s_invariant, $"| {curve.Subject.Unit} | time | each | e | memory | block | memory by block |");
        page.AppendLine("|---|---|---|---|---|---|---|");
        foreach ((int index, ScalingPoint point) in curve.Points.Index())
        {
            bool hasBlock = point.BlockBytes > 0;
            page.AppendLine(
                s_invariant,
                $"| {point.Size:N0}{(point.Others > OtherWork.MostCores ? " *" : "")} | {Time(point.Run.Seconds)} | "
                + $"{Time(point.Run.Seconds / point.Size)} | {Text(curve.ExponentAt(index), "")} | "
                + $"{Megabytes(point.Run.PeakBytes)} | {(hasBlock ? Megabytes(point.BlockBytes) : "")} | "
                + $"{(hasBlock ? (point.Run.PeakBytes / point.BlockBytes).ToString("F2", s_invariant) : "")} |");
        }
    }

    private static string Text(double? exponent, string none = "not told") =>
        exponent?.ToString("F2", s_invariant) ?? none;

    private static string Time(double seconds) => seconds switch
    {
        < 1e-3 => string.Create(s_invariant, $"{seconds * 1e6:G3} µs"),
        < 1 => string.Create(s_invariant, $"{seconds * 1e3:G4} ms"),
        _ => string.Create(s_invariant, $"{seconds:G4} s"),
    };

    private static string Megabytes(double bytes) => (bytes / 1e6).ToString("N0", s_invariant) + " MB";
}
