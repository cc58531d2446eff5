using System.ComponentModel;
using BenchmarkDotNet.Attributes;
using Clipper.Benchmarks.Suite;
using Clipper.Core.Episodes;
using Clipper.Core.Randomness;

namespace Clipper.Benchmarks.Episodes;

/// <summary>Drawing episodes as NumPy draws them. The bytes are those of the permutations of whole classes that it
/// makes, written once and shuffled once.</summary>
[Description("Episode sampling")]
public class EpisodeBenchmark : ICountedWork
{
    private const int ImageCount = 5_000;
    private const int LabelsAnImage = 3;

    private EpisodeSampler? _sampler;
    private long _seed;

    /// <summary>All draws.</summary>
    public static IEnumerable<EpisodeDraw> Draws =>
    [
        new("single label", Classes: 10, PerClass: 1_000, new EpisodePlan(5, 5, 15)),
        new("single label", Classes: 659, PerClass: 20, new EpisodePlan(20, 5, 5)),
        new("several labels", Classes: 80, ImageCount * LabelsAnImage / 80, new EpisodePlan(5, 5, 15)),
    ];

    [ParamsSource(nameof(Draws))]
    public EpisodeDraw Kind { get; set; } = new("", 0, 0, new EpisodePlan(1, 1, 1));

    [GlobalSetup]
    public void SetUp()
    {
        string[] names = [.. Enumerable.Range(0, Kind.Classes).Select(c => $"class{c}")];
        _sampler = new EpisodeSampler(Kind.IsMultiLabel ? Shared() : Own(), names, Kind.Plan);
    }

    [Benchmark]
    public int Draw()
    {
        long seed = _seed++;
        Episode? episode = Kind.IsMultiLabel ? _sampler?.DrawMultiLabel(seed) : _sampler?.Draw(seed);
        return episode?.Query.Count ?? 0;
    }

    /// <inheritdoc />
    public Work WorkOf(string benchmark) => new(
        1, "episodes",
        Bytes: Kind.IsMultiLabel
            ? Kind.Plan.Ways * Kind.Plan.SamplesPerClass * 2 * sizeof(int)
            : 2.0 * sizeof(int) * (Kind.Classes + (Kind.Plan.Ways * Kind.PerClass)));

    private int[][] Own() =>
    [
        .. Enumerable.Range(0, Kind.Classes)
            .Select(c => Enumerable.Range(c * Kind.PerClass, Kind.PerClass).ToArray()),
    ];

    private int[][] Shared()
    {
        var random = new RandomState(Seed.Derive("benchmark", "episodes", Kind.Classes));
        var pools = new SortedSet<int>[Kind.Classes];
        Array.ForEach([.. Enumerable.Range(0, Kind.Classes)], c => pools[c] = []);
        for (int image = 0; image < ImageCount; image++)
        {
            for (int label = 0; label < LabelsAnImage; label++)
            {
                pools[random.NextIndex(Kind.Classes)].Add(image);
            }
        }

        return [.. pools.Select(pool => pool.ToArray())];
    }
}
