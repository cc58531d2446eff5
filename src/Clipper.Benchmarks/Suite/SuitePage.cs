using System.Globalization;
using System.Text;

namespace Clipper.Benchmarks.Suite;

/// <summary>The page of a machine in docs/performance: limits, then a table for every class of benchmarks.</summary>
/// <param name="Machine">Name of the machine.</param>
/// <param name="Facts">What it is and what ran on it: names and values.</param>
/// <param name="Before">Limits before the benchmarks.</param>
/// <param name="After">Limits after them.</param>
/// <param name="Lines">What was measured.</param>
internal sealed record SuitePage(
    string Machine, IReadOnlyList<(string Name, string Value)> Facts, MachineLimits Before, MachineLimits After,
    IReadOnlyList<SuiteLine> Lines)
{
    private static readonly CultureInfo s_invariant = CultureInfo.InvariantCulture;

    /// <summary>The page in Markdown.</summary>
    public string ToMarkdown()
    {
        var page = new StringBuilder();
        page.AppendLine(s_invariant, $"# Benchmarks on {Machine}").AppendLine();
        page.AppendLine("Written by `./run.sh bench`; BenchmarkDotNet, each benchmark in a process of its own.");
        page.AppendLine();
        page.AppendLine("| | |").AppendLine("|---|---|");
        foreach ((string name, string value) in Facts)
        {
            page.AppendLine(s_invariant, $"| {name} | {value} |");
        }

        AppendLimits(page);
        foreach (IGrouping<string, SuiteLine> group in Lines.GroupBy(line => line.Group))
        {
            AppendTable(page, group.Key, [.. group]);
        }

        return page.ToString().TrimEnd() + "\n";
    }

    private void AppendLimits(StringBuilder page)
    {
        page.AppendLine().AppendLine("Limits of one core, measured before and after the benchmarks:").AppendLine();
        page.AppendLine("| limit | before | after |").AppendLine("|---|---|---|");
        page.AppendLine(
            s_invariant, $"| streaming read | {Before.ReadGigabytes:F1} GB/s | {After.ReadGigabytes:F1} GB/s |");
        page.AppendLine(
            s_invariant,
            $"| sgemm 1024³ | {Before.SgemmGigaOperations:F0} GFLOP/s | {After.SgemmGigaOperations:F0} GFLOP/s |");
        page.AppendLine().AppendLine("""
            A rate is the counted work of a call by its mean time. Bytes are those that must move at least once,
            operations are two for a multiplication with an addition. The share is of the limit of one core that is
            nearer: numbers that stay in a cache, or run on two threads, pass 100 %. ± is the standard deviation.
            """);
    }

    private void AppendTable(StringBuilder page, string group, SuiteLine[] lines)
    {
        page.AppendLine().AppendLine(s_invariant, $"## {group}").AppendLine();
        page.AppendLine("| benchmark | parameters | time | ± | rate | of the limit | by baseline's time | allocated |");
        page.AppendLine("|---|---|---|---|---|---|---|---|");
        foreach (SuiteLine line in lines)
        {
            page.AppendLine(
                s_invariant,
                $"| {line.Method} | {line.Parameters} | {Time(line.Seconds)} | {line.Deviation / line.Seconds:P0} | "
                + $"{Amount(line.Work.Items / line.Seconds)} {line.Work.Unit}/s | {Share(line)} | "
                + $"{Ratio(line)} | {Bytes(line.Allocated)} |");
        }
    }

    private string Share(SuiteLine line)
    {
        double bytes = line.Work.Bytes / line.Seconds / 1e9;
        double operations = line.Work.Operations / line.Seconds / 1e9;
        double ofRead = bytes / Math.Max(Before.ReadGigabytes, After.ReadGigabytes);
        double ofSgemm = operations / Math.Max(Before.SgemmGigaOperations, After.SgemmGigaOperations);
        if (ofRead == 0 && ofSgemm == 0)
        {
            return "";
        }

        return ofRead >= ofSgemm
            ? string.Create(s_invariant, $"{bytes:G3} GB/s: {ofRead:P0} of reading")
            : string.Create(s_invariant, $"{operations:G3} GFLOP/s: {ofSgemm:P0} of sgemm");
    }

    private static string Ratio(SuiteLine line) =>
        line.Baseline is { } baseline ? string.Create(s_invariant, $"{line.Seconds / baseline:F2}") : "";

    private static string Time(double seconds) => seconds switch
    {
        < 1e-6 => string.Create(s_invariant, $"{seconds * 1e9:F1} ns"),
        < 1e-3 => string.Create(s_invariant, $"{seconds * 1e6:G4} µs"),
        < 1 => string.Create(s_invariant, $"{seconds * 1e3:G4} ms"),
        _ => string.Create(s_invariant, $"{seconds:G4} s"),
    };

    private static string Amount(double rate) =>
        rate >= 100 ? rate.ToString("N0", s_invariant) : rate.ToString("G3", s_invariant);

    private static string Bytes(long? bytes) => bytes switch
    {
        null => "",
        < 10_000 => string.Create(s_invariant, $"{bytes} B"),
        < 10_000_000 => string.Create(s_invariant, $"{bytes / 1000} kB"),
        _ => string.Create(s_invariant, $"{bytes / 1_000_000} MB"),
    };
}
