using Clipper.Core.Errors;
using Clipper.Core.Randomness;

namespace Clipper.Core.Episodes;

/// <summary>A multi-label episode while it is drawn: no image twice, and no label asked for images that it has not
/// got.</summary>
internal sealed class MultiLabelDraw(ClassPools pools, EpisodePlan plan, long seed, Func<int, bool>? refuses)
{
    private readonly List<EpisodeSample> _support = new(plan.Ways * plan.Shots);
    private readonly List<EpisodeSample> _query = new(plan.Ways * plan.Queries);
    private readonly HashSet<int> _used = [];
    private readonly HashSet<int> _refused = [];

    /// <summary>Support so far.</summary>
    public IReadOnlyList<EpisodeSample> Support => _support;

    /// <summary>Queries so far.</summary>
    public IReadOnlyList<EpisodeSample> Query => _query;

    /// <summary>Makes sure that a label has so many images left, so that drawing them ends.</summary>
    /// <exception cref="UsageException">It has not.</exception>
    public void Require(int label, int need)
    {
        IReadOnlySet<int> images = pools.Images(label);
        int taken = _used.Count(images.Contains);
        int unusable = _refused.Count(images.Contains);
        if (images.Count - taken - unusable < need)
        {
            throw RunOut(label, need, taken, unusable);
        }
    }

    /// <summary>How many images of a label can still be drawn.</summary>
    public int Left(int label)
    {
        IReadOnlySet<int> images = pools.Images(label);
        return images.Count - _used.Count(images.Contains) - _refused.Count(images.Contains);
    }

    /// <summary>Draws support for a label.</summary>
    public void AddSupport(int label, int count, RandomState random) => Add(_support, label, count, random);

    /// <summary>Draws queries for a label.</summary>
    public void AddQueries(int label, int count, RandomState random) => Add(_query, label, count, random);

    /// <summary>Takes over a support that was found elsewhere.</summary>
    public void AddExactSupport(IReadOnlyList<EpisodeSample> support)
    {
        _support.AddRange(support);
        _used.UnionWith(support.Select(sample => sample.Sample));
    }

    private void Add(List<EpisodeSample> role, int label, int count, RandomState random)
    {
        int[] pool = pools.Lists[label];
        for (int missing = count; missing > 0;)
        {
            int image = pool[random.NextIndex(pool.Length)];
            if (_used.Contains(image) || _refused.Contains(image))
            {
                continue;
            }

            if (refuses?.Invoke(image) == true)
            {
                _refused.Add(image);
                Require(label, missing);
                continue;
            }

            _used.Add(image);
            role.Add(new EpisodeSample(image, label));
            missing--;
        }
    }

    private UsageException RunOut(int label, int need, int taken, int unusable)
    {
        IReadOnlySet<int> images = pools.Images(label);
        ILookup<int, EpisodeSample> takers = _support.Concat(_query)
            .Where(sample => images.Contains(sample.Sample)).ToLookup(sample => sample.Class);
        string who = pools.Counts(takers.Select(group => group.Key), other => takers[other].Count());
        string takenBy = taken > 0 ? $"{taken} of them taken by the labels drawn before it ({who})" : "none taken";
        string unused = unusable > 0 ? $", {unusable} never accepted" : "";
        string what = need == plan.SamplesPerClass ? $"{plan.Shots} shots + {plan.Queries} queries"
            : need == 1 + plan.Queries ? $"1 shot + {plan.Queries} queries" : "more";
        return new UsageException(
            $"Episode {EpisodeSeed.Text(seed)}: label '{pools.Names[label]}' has {images.Count} images, " +
            $"{takenBy}{unused}; " +
            $"{images.Count - taken - unusable} are left, need {need} ({what}). " +
            "Ask for fewer ways, shots or queries, or have such classes drawn again (on-shortage: redraw).");
    }
}
