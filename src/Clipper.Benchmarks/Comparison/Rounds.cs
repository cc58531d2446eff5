using System.Globalization;

namespace Clipper.Benchmarks.Comparison;

/// <summary>Measures ours and the rival's work by turns, A B A B, and says how many times as fast ours is.</summary>
internal sealed class Rounds(int count)
{
    private readonly List<string> _lines = [];

    /// <summary>The table so far, in Markdown.</summary>
    public string Table => string.Join('\n', (string[])
    [
        "| what | ours | rival | rounds | times as fast: median (least to most) | by processor time |",
        "|---|---|---|---|---|---|",
        .. _lines,
    ]);

    /// <summary>Measures both, after one round that does not count.</summary>
    /// <param name="what">What is compared.</param>
    /// <param name="unit">Unit of the amounts, e.g. images/s.</param>
    /// <param name="ours">Amount of our work in a round, and the work.</param>
    /// <param name="rival">Amount of the rival's, and the work.</param>
    public void Compare(
        string what, string unit, (double Amount, Func<Measurement> Work) ours,
        (double Amount, Func<Measurement> Work) rival)
    {
        ours.Work();
        rival.Work();
        var (a, b) = (new Measurement[count], new Measurement[count]);
        for (int round = 0; round < count; round++)
        {
            a[round] = ours.Work();
            b[round] = rival.Work();
        }

        double scale = ours.Amount / rival.Amount;
        double[] wall = Ratios(a, b, time => time.Wall, scale);
        double[] processor = Ratios(a, b, time => time.Processor, scale);
        string line = string.Create(
            CultureInfo.InvariantCulture,
            $"| {what} | {Text(ours.Amount / Median(a, time => time.Wall))} {unit} | "
            + $"{Text(rival.Amount / Median(b, time => time.Wall))} {unit} | {count} | "
            + $"{wall[count / 2]:F2} ({wall[0]:F2} to {wall[^1]:F2}) | {processor[count / 2]:F2} |");
        Add(line);
    }

    /// <summary>Adds a line with the largest memory of both, medians of the rounds, and ours by the rival's.</summary>
    /// <param name="what">What is compared.</param>
    /// <param name="ours">Bytes of each of our runs, that which does not count included.</param>
    /// <param name="rival">Those of the rival.</param>
    public void CompareMemory(string what, IReadOnlyList<long> ours, IReadOnlyList<long> rival)
    {
        double a = Median(ours);
        double b = Median(rival);
        Add(string.Create(
            CultureInfo.InvariantCulture,
            $"| {what} | {a / 1e6:F0} MB | {b / 1e6:F0} MB | {count} | {a / b:F3} of it | |"));
    }

    private void Add(string line)
    {
        _lines.Add(line);
        Console.WriteLine(line);
    }

    // Three digits at least, of slow work too.
    private static string Text(double rate) =>
        rate.ToString(rate >= 100 ? "N0" : "G3", CultureInfo.InvariantCulture);

    private static double Median(IReadOnlyList<long> bytes) => bytes.Skip(1).Order().ElementAt((bytes.Count - 1) / 2);

    private static double Median(Measurement[] times, Func<Measurement, double> of) =>
        times.Select(of).Order().ElementAt(times.Length / 2);

    private static double[] Ratios(
        Measurement[] ours, Measurement[] rival, Func<Measurement, double> of, double scale) =>
        [.. ours.Zip(rival, (a, b) => scale * of(b) / of(a)).Order()];
}
