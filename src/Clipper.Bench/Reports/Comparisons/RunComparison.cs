using Clipper.Bench.Runs;
using Clipper.Core.Errors;
using Clipper.Core.Statistics;

namespace Clipper.Bench.Reports.Comparisons;

/// <summary>Two runs of the same experiments, value by value: paired where both drew the same episodes, which the
/// hashes of their draws tell, else unpaired with the reason.</summary>
public sealed class RunComparison
{
    private RunComparison(
        IReadOnlyList<RunDifference> differences,
        IReadOnlyList<MovedNumber> moved,
        IReadOnlyList<string> missing,
        IReadOnlyList<string> added,
        IReadOnlyList<string> notes)
    {
        Differences = differences;
        Moved = moved;
        Missing = missing;
        Added = added;
        Notes = notes;
    }

    /// <summary>Every value that both runs report, in the order of the first.</summary>
    public IReadOnlyList<RunDifference> Differences { get; }

    /// <summary>The values that differ and that no test is possible of.</summary>
    public IReadOnlyList<RunDifference> Untested =>
        [.. Differences.Where(difference => difference.Verdict == RunVerdict.Untested)];

    /// <summary>The numbers of records.csv that are not the same to the last bit, in the order of the first
    /// run.</summary>
    public IReadOnlyList<MovedNumber> Moved { get; }

    /// <summary>Values that the first run alone reports.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>Values that the second run alone reports.</summary>
    public IReadOnlyList<string> Added { get; }

    /// <summary>What a reader must know.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>Reads and compares two results folders.</summary>
    /// <param name="folderA">The run that is the measure.</param>
    /// <param name="folderB">The run that is held to it.</param>
    /// <param name="metrics">Which metrics; empty for all.</param>
    /// <exception cref="UsageException">The runs share no value.</exception>
    /// <exception cref="DataFileException">A folder holds no run, or a file of it is damaged.</exception>
    public static RunComparison Of(string folderA, string folderB, IReadOnlyList<string> metrics)
    {
        RunResults a = RunResults.Read(folderA);
        RunResults b = RunResults.Read(folderB);
        bool ignoresModel = OnlyModel(a) is { } first && OnlyModel(b) is { } second && first != second;
        if (metrics.Except(a.Records.Concat(b.Records).Select(record => record.Metric)).FirstOrDefault() is { } unknown)
        {
            throw new UsageException(
                $"Neither run has a value of {unknown}. Metrics of {folderA}: {MetricsOf(a)}; of {folderB}: "
                + $"{MetricsOf(b)}.");
        }

        bool IsMeant(RunRecord record) => metrics.Count == 0 || metrics.Contains(record.Metric);
        Dictionary<string, MethodValues> valuesA = Values(folderA, a, IsMeant, ignoresModel);
        Dictionary<string, MethodValues> valuesB = Values(folderB, b, IsMeant, ignoresModel);
        bool IsShared(string name) => valuesA.ContainsKey(name) && valuesB.ContainsKey(name);
        string[] shared = [.. a.Reported.Select(NameOf).Distinct().Where(IsShared)];
        if (shared.Length == 0)
        {
            string asked = metrics.Count > 0 ? $" of {string.Join(", ", metrics)}" : "";
            throw new UsageException(
                $"{folderA} and {folderB} share no value{asked}: no data set, setting, method and metric is in both. "
                + $"Metrics of {folderA}: {MetricsOf(a)}; of {folderB}: {MetricsOf(b)}.");
        }

        return new RunComparison(
            Compare([.. shared.Select(name => (valuesA[name], valuesB[name]))]),
            MovedOf(a.Records.Where(IsMeant), b.Records.Where(IsMeant), ignoresModel),
            [.. valuesA.Keys.Except(valuesB.Keys).Order(StringComparer.Ordinal)],
            [.. valuesB.Keys.Except(valuesA.Keys).Order(StringComparer.Ordinal)],
            ignoresModel ? [$"Another model: {OnlyModel(a)} in the first run, {OnlyModel(b)} in the second."] : []);

        string NameOf(ReportedValue value) => Name(value.Record, ignoresModel);
    }

    /// <summary>Whether <see cref="RegressionGate"/> has a reason against the second run.</summary>
    public bool IsRegression(double margin) => RegressionGate.Reasons(this, margin).Count > 0;

    private static string MetricsOf(RunResults results) =>
        string.Join(", ", results.Records.Select(record => record.Metric).Distinct());

    private static string? OnlyModel(RunResults results) =>
        results.Records.Select(record => record.Model).Distinct().ToArray() is [var only] ? only : null;

    private static Dictionary<string, MethodValues> Values(
        string folder, RunResults results, Func<RunRecord, bool> isMeant, bool ignoresModel) =>
        EpisodeValues.Read(new ResultsFolder(folder), [.. results.Reported.Where(value => isMeant(value.Record))])
            .ToDictionary(value => Name(value.Value.Record, ignoresModel), StringComparer.Ordinal);

    private static string Name(RunRecord record, bool ignoresModel)
    {
        var group = ComparisonGroup.Of(record);
        string step = group.Step is { } number ? FormattableString.Invariant($" step {number}") : "";
        string model = ignoresModel ? "" : $"{group.Model} ";
        return $"{group.DatasetName} {model}{group.Setting} {record.Method} {group.Metric}{step}";
    }

    private static RunDifference[] Compare((MethodValues A, MethodValues B)[] pairs)
    {
        var tests = Array.ConvertAll(pairs, pair => Test(pair.A, pair.B));
        double[] adjusted = HolmCorrection.Adjust(Array.ConvertAll(tests, test => test.Test.P));
        return
        [
            .. pairs.Select((pair, i) => new RunDifference(
                ComparisonGroup.Of(pair.A.Value.Record), pair.A.Value.Record.Method, pair.A.Value.Record.Mean,
                pair.B.Value.Record.Mean, tests[i].Test, tests[i].Unpaired, adjusted[i])
            {
                IsSame = IsSame(pair.A, pair.B, isPaired: tests[i].Unpaired.Length == 0),
            }),
        ];
    }

    private static bool IsSame(MethodValues a, MethodValues b, bool isPaired) =>
        a.Value.Record.Mean.Equals(b.Value.Record.Mean)
        && (!isPaired || a.Episodes.AsSpan().SequenceEqual(b.Episodes));

    private static (MeanTest Test, string Unpaired) Test(MethodValues a, MethodValues b)
    {
        bool isPaired = a.Draws == b.Draws && a.Episodes.Length == b.Episodes.Length;
        return isPaired
            ? (MeanTest.Paired(a.Episodes, b.Episodes), "")
            : (MeanTest.Unpaired(a.Episodes, b.Episodes), a.Episodes.Length == b.Episodes.Length
                ? "other draws"
                : FormattableString.Invariant($"other draws: {a.Episodes.Length} and {b.Episodes.Length} episodes"));
    }

    private static MovedNumber[] MovedOf(
        IEnumerable<RunRecord> recordsA, IEnumerable<RunRecord> recordsB, bool ignoresModel)
    {
        Dictionary<RunRecord, double> others = recordsB
            .GroupBy(record => RecordKey.Of(record, ignoresModel))
            .ToDictionary(group => group.Key, group => group.First().Mean);
        return
        [
            .. from record in recordsA
               let key = RecordKey.Of(record, ignoresModel)
               let mean = others.TryGetValue(key, out double found) ? found : (double?)null
               where mean is not { } number || !number.Equals(record.Mean)
               select new MovedNumber(record, mean),
        ];
    }
}
