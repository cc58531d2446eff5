using Clipper.Bench.Configuration;
using Clipper.Bench.Datasets;
using Clipper.Core.Episodes;
using Clipper.Core.Randomness;

namespace Clipper.Bench.Runs;

/// <summary>What episodes of a data set are drawn from. A unit is a sample; where the samples are parts of images
/// (<see cref="IDataset.DrawsImages"/>) it is an image, named by its first sample, and a draw is turned into samples
/// afterwards: as the reference all parts with a label of the episode (PROTOCOL 2.4), otherwise one part of the label
/// that the image was drawn for, so that shots are exact and no image is both support and query.</summary>
internal sealed class DrawUnits
{
    private readonly IDataset _dataset;
    private readonly bool _isByInstance;
    private readonly int[] _unitOf;
    private readonly Dictionary<int, List<int>> _parts = [];

    /// <summary>The units of a data set.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="skipped">Samples without an embedding; they take part in no episode.</param>
    /// <param name="quirks">Whether an image is listed once for every instance of a label (PROTOCOL Q10).</param>
    public DrawUnits(IDataset dataset, IReadOnlyCollection<int> skipped, ProtocolQuirks quirks)
    {
        _dataset = dataset;
        _isByInstance = quirks.Follows(QuirkCatalog.Sampling);
        _unitOf = UnitsOf(dataset);
        Pools = List(new HashSet<int>(skipped));
    }

    /// <summary>The units of every class, in loader order.</summary>
    public IReadOnlyList<int[]> Pools { get; }

    /// <summary>The unit that a sample belongs to.</summary>
    public int Of(int sample) => _unitOf[sample];

    /// <summary>The episode of samples that an episode of units stands for.</summary>
    public Episode Expand(Episode drawn) => !_dataset.DrawsImages ? drawn : drawn with
    {
        Support = [.. drawn.Support.SelectMany(unit => Parts(unit, drawn))],
        Query = [.. drawn.Query.SelectMany(unit => Parts(unit, drawn))],
    };

    private static int[] UnitsOf(IDataset dataset)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        int[] units = new int[dataset.Samples.Count];
        for (int sample = 0; sample < units.Length; sample++)
        {
            string image = dataset.Samples[sample].Image;
            units[sample] = !dataset.DrawsImages || first.TryAdd(image, sample) ? sample : first[image];
        }

        return units;
    }

    private int[][] List(HashSet<int> skipped)
    {
        List<int>[] pools = [.. _dataset.Classes.Select(_ => new List<int>())];
        for (int sample = 0; sample < _unitOf.Length; sample++)
        {
            if (skipped.Contains(sample))
            {
                continue;
            }

            int unit = _unitOf[sample];
            (_parts.TryGetValue(unit, out List<int>? parts) ? parts : _parts[unit] = []).Add(sample);
            foreach ((int place, int label) in _dataset.Samples[sample].Labels.Index())
            {
                Add(pools[label], unit, _dataset.Samples[sample].Instances?[place] ?? 1);
            }
        }

        return [.. pools.Select(pool => pool.ToArray())];
    }

    // Parts of an image follow each other, so that one that is listed already is at the end.
    private void Add(List<int> pool, int unit, int instances)
    {
        if (_isByInstance)
        {
            pool.AddRange(Enumerable.Repeat(unit, instances));
        }
        else if (pool.Count == 0 || pool[^1] != unit)
        {
            pool.Add(unit);
        }
    }

    private IEnumerable<EpisodeSample> Parts(EpisodeSample unit, Episode drawn)
    {
        IEnumerable<EpisodeSample> parts =
            from part in _parts[unit.Sample]
            from label in _dataset.Samples[part].Labels
            select new EpisodeSample(part, label);
        if (_isByInstance)
        {
            return parts.Where(part => drawn.Classes.Contains(part.Class));
        }

        EpisodeSample[] candidates = [.. parts.Where(part => part.Class == unit.Class)];
        var random = new RandomState(Seed.Derive("part", _dataset.Samples[unit.Sample].Image, drawn.Seed));
        return [candidates[random.NextIndex(candidates.Length)]];
    }
}
