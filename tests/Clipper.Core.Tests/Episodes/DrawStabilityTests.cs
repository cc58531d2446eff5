using System.Globalization;
using Clipper.Core.Episodes;
using Clipper.Testing;

namespace Clipper.Core.Tests.Episodes;

/// <summary>Draws of 20 cells, made by a second implementation (Python, on its own Mersenne Twister) and committed:
/// they must never change, on any system, runtime or culture.</summary>
public sealed class DrawStabilityTests
{
    private static readonly string s_path =
        RepositoryRoot.Combine("tests", "Clipper.Core.Tests", "Episodes", "draws.txt");

    public static TheoryData<string> Cultures => ["", "de-DE", "tr-TR"];

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Draws_are_the_committed_ones_in_every_culture(string culture)
    {
        CultureInfo.CurrentCulture = new CultureInfo(culture, useUserOverride: false);
        string[] committed = File.ReadAllLines(s_path);

        string[] drawn = Array.ConvertAll(committed, line => line.StartsWith('#') ? line : Draw(line.Split(':')[0]));

        Assert.Equal(20, drawn.Count(line => !line.StartsWith('#')));
        Assert.Equal(committed, drawn);
    }

    /// <summary>One line: the cell, then classes | support samples | query samples.</summary>
    private static string Draw(string cell)
    {
        string[] parts = cell.Split(' ');
        int[] numbers = [.. parts[2..].Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
        EpisodeSampler sampler = Dataset(parts[1]).Sampler(new EpisodePlan(numbers[0], numbers[1], numbers[2]));
        Episode episode = parts[0] == "multi" ? sampler.DrawMultiLabel(numbers[3]) : sampler.Draw(numbers[3]);
        return $"{cell}: {string.Join(' ', episode.Classes)} | {Samples(episode.Support)} | {Samples(episode.Query)}";
    }

    /// <summary>Class sizes as in the real data sets; "uneven" has lists that share samples.</summary>
    private static Pools Dataset(string name) => name switch
    {
        "omniglot" => Pools.Disjoint(Enumerable.Repeat(20, 659)),
        "cifar10" => Pools.Disjoint(Enumerable.Repeat(1000, 10)),
        "mini-imagenet" => Pools.Disjoint(Enumerable.Repeat(600, 20)),
        "lfw" => Pools.Disjoint(Enumerable.Range(0, 400).Select(c => 1 + (c * 37 % 53))),
        "uneven" => new Pools(
            [.. Enumerable.Range(1, 26).Select(c => Enumerable.Range(0, 2000).Where(i => i % (c + 3) == 0).ToArray())],
            [.. Enumerable.Range(1, 26).Select(c => $"every{c + 3}")]),
        _ => throw new ArgumentException($"No data set '{name}'."),
    };

    private static string Samples(IEnumerable<EpisodeSample> samples) =>
        string.Join(' ', samples.Select(sample => sample.Sample));
}
