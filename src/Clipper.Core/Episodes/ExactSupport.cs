using Clipper.Core.Errors;
using Clipper.Core.Randomness;

namespace Clipper.Core.Episodes;

/// <summary>Looks for a support in which every way has exactly its shots, an image counting for all ways that it
/// carries.</summary>
internal sealed class ExactSupport
{
    private const int MostAttempts = 100;

    private readonly ClassPools _pools;
    private readonly int[] _classes;
    private readonly int _shots;
    private readonly long _seed;
    private readonly Dictionary<int, List<int>> _waysOf = [];

    /// <summary>For the classes of one episode, in drawn order.</summary>
    public ExactSupport(ClassPools pools, int[] classes, int shots, long seed)
    {
        _pools = pools;
        _classes = classes;
        _shots = shots;
        _seed = seed;
        for (int way = 0; way < classes.Length; way++)
        {
            foreach (int image in pools.Images(classes[way]))
            {
                (_waysOf.TryGetValue(image, out List<int>? ways) ? ways : _waysOf[image] = []).Add(way);
            }
        }
    }

    /// <summary>The support, class by class in drawn order. Labels with fewer images choose first, because theirs are
    /// the harder to place (a label all of whose images also carry a common one must come before that one is full);
    /// every attempt goes on with the same stream.</summary>
    /// <exception cref="UsageException">No attempt succeeded.</exception>
    public IReadOnlyList<EpisodeSample> Find(RandomState random)
    {
        int[] rarestFirst =
            [.. Enumerable.Range(0, _classes.Length).OrderBy(way => _pools.Images(_classes[way]).Count)];
        int[] have = [];
        for (int attempt = 0; attempt < MostAttempts; attempt++)
        {
            have = new int[_classes.Length];
            var support = new List<EpisodeSample>(_classes.Length * _shots);
            if (rarestFirst.All(way => TryFill(way, have, support, random)))
            {
                return [.. support.OrderBy(sample => Array.IndexOf(_classes, sample.Class))];
            }
        }

        throw NotFound(have);
    }

    private bool TryFill(int way, int[] have, List<EpisodeSample> support, RandomState random)
    {
        int label = _classes[way];
        var used = new HashSet<int>(support.Select(sample => sample.Sample));
        List<int> candidates = [.. _pools.Lists[label].Distinct().Where(image => !used.Contains(image))];
        while (have[way] < _shots)
        {
            candidates.RemoveAll(image => _waysOf[image].Exists(other => have[other] >= _shots));
            if (candidates.Count == 0)
            {
                return false;
            }

            int drawn = random.NextIndex(candidates.Count);
            support.Add(new EpisodeSample(candidates[drawn], label));
            _waysOf[candidates[drawn]].ForEach(other => have[other]++);
            candidates.RemoveAt(drawn);
        }

        return true;
    }

    private UsageException NotFound(int[] have)
    {
        int way = Array.FindIndex(have, count => count < _shots);
        IReadOnlySet<int> images = _pools.Images(_classes[way]);
        int[] full = [.. Enumerable.Range(0, have.Length).Where(other => have[other] >= _shots)];
        string blockers = _pools.Counts(
            full.Select(other => _classes[other]), label => images.Count(_pools.Images(label).Contains));
        return new UsageException(
            $"Episode {EpisodeSeed.Text(_seed)}: no support with exactly {_shots} images of each of its " +
            $"{_classes.Length} labels in {MostAttempts} attempts. The last one ended at label '{_pools.Names[_classes[way]]}': {have[way]} of " +
            $"{_shots}, because each other one of its {images.Count} images also carries a label that has its " +
            $"{_shots} already (shared with {blockers}). Ask for fewer ways or shots, or sample uniformly.");
    }
}
