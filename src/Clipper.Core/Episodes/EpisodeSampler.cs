using Clipper.Core.Errors;
using Clipper.Core.Randomness;

namespace Clipper.Core.Episodes;

/// <summary>Draws few-shot episodes exactly as the reference does (PROTOCOL 4.2 to 4.4): the same pools, plan and seed
/// give the same episode on every machine. It holds no state between draws, so episodes may be drawn in any order and
/// on any number of threads.</summary>
public sealed class EpisodeSampler
{
    private readonly IReadOnlyList<int[]> _pools;
    private readonly IReadOnlyList<string> _names;
    private readonly EpisodePlan _plan;
    private readonly int[] _eligible;

    /// <summary>Over the image lists of all classes: <paramref name="pools"/>[c] = samples of class c in loader order,
    /// and <paramref name="classNames"/>[c] its name, in eligible-label order. A class is eligible when its list has at
    /// least shots + queries entries; in the multi-label draw a list may name a sample more than once (PROTOCOL
    /// 4.4).</summary>
    /// <exception cref="ArgumentException">There are not as many names as pools.</exception>
    /// <exception cref="UsageException">Fewer than ways classes have shots + queries images (names class, have,
    /// need).</exception>
    public EpisodeSampler(IReadOnlyList<int[]> pools, IReadOnlyList<string> classNames, EpisodePlan plan)
    {
        if (pools.Count != classNames.Count)
        {
            throw new ArgumentException($"{pools.Count} pools need as many class names, got {classNames.Count}.");
        }

        _pools = pools;
        _names = classNames;
        _plan = plan;
        _eligible = [.. Enumerable.Range(0, pools.Count).Where(c => pools[c].Length >= plan.SamplesPerClass)];
        if (_eligible.Length < plan.Ways)
        {
            throw TooFewClasses();
        }
    }

    /// <summary>The classes that have enough samples, as indices into the pools, ascending.</summary>
    public IReadOnlyList<int> EligibleClasses => _eligible;

    /// <summary>Single-label draw (PROTOCOL 4.3) for the given seed: ways classes without replacement; of each, in
    /// drawn order, shots + queries samples without replacement, the first shots of which are its support.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The seed is negative.</exception>
    public Episode Draw(int seed)
    {
        var random = Stream(seed);
        int[] classes = DrawClasses(random);
        var support = new List<EpisodeSample>(_plan.Ways * _plan.Shots);
        var query = new List<EpisodeSample>(_plan.Ways * _plan.Queries);
        foreach (int label in classes)
        {
            int[] pool = _pools[label];
            int[] chosen = random.Choose(pool.Length, _plan.SamplesPerClass);
            for (int i = 0; i < chosen.Length; i++)
            {
                (i < _plan.Shots ? support : query).Add(new EpisodeSample(pool[chosen[i]], label));
            }
        }

        return new Episode(seed, classes, support, query);
    }

    /// <summary>Multi-label draw (PROTOCOL 4.4): ways labels without replacement; for each in turn one image after
    /// another from its list, refused while it is already support or query anywhere in the episode, until it has shots
    /// support and then queries query images. Where the reference would loop for ever, this is an error.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The seed is negative.</exception>
    /// <exception cref="UsageException">The other labels have used up a label's images (names label, left,
    /// need).</exception>
    public Episode DrawMultiLabel(int seed)
    {
        var random = Stream(seed);
        int[] classes = DrawClasses(random);
        var support = new List<EpisodeSample>(_plan.Ways * _plan.Shots);
        var query = new List<EpisodeSample>(_plan.Ways * _plan.Queries);
        var used = new HashSet<int>();
        foreach (int label in classes)
        {
            RequireUnused(label, used, seed);
            AddUnused(support, _plan.Shots, label, used, random);
            AddUnused(query, _plan.Queries, label, used, random);
        }

        return new Episode(seed, classes, support, query);
    }

    private static RandomState Stream(int seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(seed);
        return new RandomState((uint)seed);
    }

    private int[] DrawClasses(RandomState random) =>
        Array.ConvertAll(random.Choose(_eligible.Length, _plan.Ways), i => _eligible[i]);

    private void AddUnused(List<EpisodeSample> role, int count, int label, HashSet<int> used, RandomState random)
    {
        int[] pool = _pools[label];
        for (int missing = count; missing > 0;)
        {
            int sample = pool[random.NextIndex(pool.Length)];
            if (used.Add(sample))
            {
                role.Add(new EpisodeSample(sample, label));
                missing--;
            }
        }
    }

    private void RequireUnused(int label, HashSet<int> used, int seed)
    {
        int images = _pools[label].Distinct().Count();
        int left = _pools[label].Distinct().Count(sample => !used.Contains(sample));
        if (left < _plan.SamplesPerClass)
        {
            throw new UsageException(
                $"Episode {seed}: label '{_names[label]}' has {images} images, {images - left} of them taken by the " +
                $"labels drawn before it; {left} are left, need {_plan.SamplesPerClass} ({_plan.Shots} shots + " +
                $"{_plan.Queries} queries). Ask for fewer ways, shots or queries.");
        }
    }

    private UsageException TooFewClasses()
    {
        string[] tooSmall =
        [
            .. Enumerable.Range(0, _pools.Count)
                .Where(c => _pools[c].Length < _plan.SamplesPerClass)
                .OrderByDescending(c => _pools[c].Length)
                .Take(_plan.Ways - _eligible.Length)
                .Select(c => $"'{_names[c]}' has {_pools[c].Length}, needs {_plan.SamplesPerClass}"),
        ];
        string nearest = tooSmall.Length > 0 ? $" Nearest: {string.Join("; ", tooSmall)}." : "";
        return new UsageException(
            $"{_plan.Ways} ways need {_plan.Ways} classes with at least {_plan.SamplesPerClass} images " +
            $"({_plan.Shots} shots + {_plan.Queries} queries); {_eligible.Length} of {_pools.Count} classes have " +
            $"them.{nearest} Ask for fewer ways, shots or queries.");
    }
}
