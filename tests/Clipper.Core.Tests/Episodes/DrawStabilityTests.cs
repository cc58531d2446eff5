using System.Globalization;
using Clipper.Core.Episodes;
using Clipper.Testing;

namespace Clipper.Core.Tests.Episodes;

/// <summary>Draws of 24 cells, made by second implementations (Python, on its own Mersenne Twister and on NumPy's) and
/// committed: they must never change, on any system, runtime or culture.</summary>
public sealed class DrawStabilityTests
{
    private static readonly string s_path =
        RepositoryRoot.Combine("tests", "Clipper.Core.Tests", "Episodes", "draws.txt");

    private static readonly HashSet<int> s_refused = [.. Enumerable.Range(0, 2000).Where(i => i % 11 == 3)];

    public static TheoryData<string> Cultures => ["", "de-DE", "tr-TR"];

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Draws_are_the_committed_ones_in_every_culture(string culture)
    {
        CultureInfo.CurrentCulture = new CultureInfo(culture, useUserOverride: false);
        string[] committed = File.ReadAllLines(s_path);

        string[] drawn = Array.ConvertAll(committed, line => line.StartsWith('#') ? line : Draw(line.Split(':')[0]));

        Assert.Equal(24, drawn.Count(line => !line.StartsWith('#')));
        Assert.Equal(committed, drawn);
    }

    /// <summary>One line: the cell, then classes | support samples | query samples.</summary>
    private static string Draw(string cell)
    {
        string[] parts = cell.Split(' ');
        int[] numbers = [.. parts[2..].Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
        EpisodeSampler sampler = Dataset(parts[1]).Sampler(new EpisodePlan(numbers[0], numbers[1], numbers[2]));
        Episode episode = parts[0] switch
        {
            "single" => sampler.Draw(numbers[3]),
            "multi" => sampler.DrawMultiLabel(numbers[3]),
            "refusing" => sampler.DrawMultiLabel(numbers[3], s_refused.Contains),
            _ => throw new ArgumentException($"No kind of draw '{parts[0]}'."),
        };
        return $"{cell}: {string.Join(' ', episode.Classes)} | {Samples(episode.Support)} | {Samples(episode.Query)}";
    }

    /// <summary>Class sizes as in the real data sets; "uneven" has lists that share samples, "weighted" the same ones
    /// with sample i listed 1 + i mod 4 times.</summary>
    private static Pools Dataset(string name) => name switch
    {
        "omniglot" => Pools.Disjoint(Enumerable.Repeat(20, 659)),
        "cifar10" => Pools.Disjoint(Enumerable.Repeat(1000, 10)),
        "mini-imagenet" => Pools.Disjoint(Enumerable.Repeat(600, 20)),
        "lfw" => Pools.Disjoint(Enumerable.Range(0, 400).Select(c => 1 + (c * 37 % 53))),
        "uneven" => Uneven(_ => 1),
        "weighted" => Uneven(sample => 1 + (sample % 4)),
        _ => throw new ArgumentException($"No data set '{name}'."),
    };

    private static Pools Uneven(Func<int, int> timesListed) => new(
        [
            .. Enumerable.Range(4, 26).Select(step => Enumerable.Range(0, 2000).Where(i => i % step == 0)
                .SelectMany(i => Enumerable.Repeat(i, timesListed(i))).ToArray()),
        ],
        [.. Enumerable.Range(4, 26).Select(step => $"every{step}")]);

    private static string Samples(IEnumerable<EpisodeSample> samples) =>
        string.Join(' ', samples.Select(sample => sample.Sample));
}
