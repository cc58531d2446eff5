using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Clipper.Bench.Reports.Plots;
using Clipper.Bench.Speed;
using Clipper.Benchmarks.Comparison;

namespace Clipper.Benchmarks.Scaling;

/// <summary>How time and memory grow, each size in a process of its own; writes a page and a plot.</summary>
internal static class ScalingRun
{
    /// <summary>The argument that makes this program measure one size and end.</summary>
    public const string Command = "scaling-size";

    private static readonly CultureInfo s_invariant = CultureInfo.InvariantCulture;

    /// <summary>What the child does.</summary>
    public static void Measure(string subject, string size) =>
        ChildRun.Print(ScalingSubjects.All[int.Parse(subject, s_invariant)].Prepare(int.Parse(size, s_invariant)));

    /// <summary>Measures all, prints the page, and writes it with its plot to docs/performance.</summary>
    public static int Run()
    {
        string date = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd HH:mm 'UTC'", s_invariant);
        IReadOnlyList<string> warnings = MeasuringConditions.Read().Warnings();
        ScalingCurve[] curves = [.. ScalingSubjects.All.Index().Select(each => Curve(each.Index, each.Item))];
        string name = $"scaling-{MachineIdentity.Read().Name}";
        string folder = Path.Combine(Repository(), "docs", "performance");
        FigureFiles.Write(folder, [FigureOf(name, curves)], Console.Error.WriteLine);
        string page = Page(name, date, warnings, curves);
        File.WriteAllText(Path.Combine(folder, $"{name}.md"), page);
        Console.WriteLine(page);
        return 0;
    }

    private static ScalingCurve Curve(int index, ScalingSubject subject)
    {
        var points = new List<ScalingPoint>();
        foreach (int size in subject.Sizes)
        {
            Console.Error.WriteLine(string.Create(s_invariant, $"{subject.Name}: {size:N0} {subject.Unit}"));
            ChildRun run = ChildRun.Of(Command, index.ToString(s_invariant), size.ToString(s_invariant));
            points.Add(new ScalingPoint(size, run, subject.BlockBytes(size)));
        }

        return new ScalingCurve(subject, points);
    }

    private static string Page(
        string name, string date, IReadOnlyList<string> warnings, IReadOnlyList<ScalingCurve> curves)
    {
        var page = new StringBuilder("# How time and memory grow\n\n");
        string machine = MachineIdentity.Read().Name;
        page.AppendLine(s_invariant, $"Written by `./run.sh bench --scaling` on {machine}, {date}.");
        foreach (string warning in warnings)
        {
            page.AppendLine().AppendLine(s_invariant, $"**Warning**: {warning}");
        }

        page.AppendLine().AppendLine("""
            Each size in a process of its own. Time without the start of the process; the first use of code, and its
            compilation, are in it. Memory is the largest resident one, with the runtime's own; the block is what the
            work must hold. The exponent e in time ≈ a · size^e is fitted to sizes that take 50 ms or more.
            """);
        page.AppendLine().AppendLine(s_invariant, $"![time by size]({name}.svg)");
        foreach (ScalingCurve curve in curves)
        {
            AppendTable(page, curve);
        }

        return page.ToString();
    }

    private static void AppendTable(StringBuilder page, ScalingCurve curve)
    {
        string exponent = curve.Exponent is { } e ? e.ToString("F2", s_invariant) : "too quick to tell";
        page.AppendLine().AppendLine(s_invariant, $"## {curve.Subject.Name}").AppendLine();
        page.AppendLine(s_invariant, $"Exponent: {exponent}").AppendLine();
        page.AppendLine(s_invariant, $"| {curve.Subject.Unit} | time | each | memory | block | memory by block |");
        page.AppendLine("|---|---|---|---|---|---|");
        foreach (ScalingPoint point in curve.Points)
        {
            string block = point.BlockBytes > 0 ? Megabytes(point.BlockBytes) : "";
            string times = point.BlockBytes > 0
                ? (point.Run.PeakBytes / point.BlockBytes).ToString("F2", s_invariant)
                : "";
            page.AppendLine(
                s_invariant,
                $"| {point.Size:N0} | {point.Run.Seconds * 1e3:G4} ms | {point.Run.Seconds / point.Size * 1e6:G3} µs | "
                + $"{Megabytes(point.Run.PeakBytes)} | {block} | {times} |");
        }
    }

    private static Figure FigureOf(string name, IReadOnlyList<ScalingCurve> curves) => new(
        name,
        "Time by size",
        "log10 of the size",
        "log10 of the seconds",
        "",
        [
            .. curves.Select(curve => new Curve(
                curve.Subject.Name,
                [
                    .. curve.Points.Select(point => new CurvePoint(
                        Math.Log10(point.Size), Math.Log10(point.Run.Seconds), Ci95: null)),
                ])),
        ]);

    private static string Megabytes(double bytes) => (bytes / 1e6).ToString("N0", s_invariant) + " MB";

    private static string Repository([CallerFilePath] string source = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source) ?? "", "..", "..", ".."));
}
