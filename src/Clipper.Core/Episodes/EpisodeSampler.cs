using Clipper.Core.Errors;
using Clipper.Core.Randomness;

namespace Clipper.Core.Episodes;

/// <summary>Draws few-shot episodes exactly as the reference does (PROTOCOL 4.2 to 4.4): the same pools, plan and seed
/// give the same episode on every machine. It holds no state between draws, so episodes may be drawn in any order and
/// on any number of threads.</summary>
public sealed class EpisodeSampler
{
    private const int MostRedraws = 1000;

    private readonly ClassPools _pools;
    private readonly EpisodePlan _plan;
    private readonly Shortage _shortage;
    private readonly int _least;
    private readonly int[] _eligible;

    /// <summary>Over the image lists of all classes: <paramref name="pools"/>[c] = samples of class c in loader order,
    /// and <paramref name="classNames"/>[c] its name, in eligible-label order. A class is eligible when its list has at
    /// least shots + queries entries (1 + queries with <see cref="Shortage.UpTo"/>); in the multi-label draw a list may
    /// name a sample more than once (PROTOCOL 4.4).</summary>
    /// <exception cref="ArgumentException">There are not as many names as pools.</exception>
    /// <exception cref="UsageException">Fewer than ways classes have shots + queries images (names class, have,
    /// need).</exception>
    public EpisodeSampler(
        IReadOnlyList<int[]> pools, IReadOnlyList<string> classNames, EpisodePlan plan,
        Shortage shortage = Shortage.Error)
    {
        if (pools.Count != classNames.Count)
        {
            throw new ArgumentException($"{pools.Count} pools need as many class names, got {classNames.Count}.");
        }

        _pools = new ClassPools(pools, classNames);
        _plan = plan;
        _shortage = shortage;
        _least = shortage == Shortage.UpTo ? 1 + plan.Queries : plan.SamplesPerClass;
        _eligible = [.. Enumerable.Range(0, pools.Count).Where(c => pools[c].Length >= _least)];
        if (_eligible.Length < plan.Ways)
        {
            throw TooFewClasses();
        }
    }

    /// <summary>The classes that have enough samples, as indices into the pools, ascending.</summary>
    public IReadOnlyList<int> EligibleClasses => _eligible;

    /// <summary>Single-label draw (PROTOCOL 4.3): ways classes without replacement; of each, in drawn order, shots +
    /// queries samples without replacement, the first shots of which are its support.</summary>
    /// <param name="seed">Which stream it is drawn from (<see cref="EpisodeSeed"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">The seed is negative.</exception>
    public Episode Draw(long seed)
    {
        var random = EpisodeSeed.Stream(seed);
        int[] classes = DrawClasses(random);
        var support = new List<EpisodeSample>(_plan.Ways * _plan.Shots);
        var query = new List<EpisodeSample>(_plan.Ways * _plan.Queries);
        foreach (int label in classes)
        {
            int[] pool = _pools.Lists[label];
            int[] chosen = random.Choose(pool.Length, Math.Min(pool.Length, _plan.SamplesPerClass));
            int shots = chosen.Length - _plan.Queries;
            for (int i = 0; i < chosen.Length; i++)
            {
                (i < shots ? support : query).Add(new EpisodeSample(pool[chosen[i]], label));
            }
        }

        return new Episode(seed, classes, support, query);
    }

    /// <summary>Multi-label draw (PROTOCOL 4.4): ways labels without replacement; for each in turn one image after
    /// another from its list, refused while it is already support or query anywhere in the episode, until it has shots
    /// support and then queries query images. Over lists that name an image once this is uniform over a label's unused
    /// images; an image that is listed once per instance is favoured as in the reference. Where the reference would
    /// loop for ever, this is an error.</summary>
    /// <param name="seed">Which stream it is drawn from (<see cref="EpisodeSeed"/>).</param>
    /// <param name="refuses">Whether an image, though it is in the lists and counts for eligibility, is never accepted
    /// (the reference refuses grey pictures when it draws them); asked only of images that are drawn; null = none
    /// is.</param>
    /// <exception cref="ArgumentOutOfRangeException">The seed is negative.</exception>
    /// <exception cref="UsageException">The other labels have used up a label's images (names label, have, need, and
    /// what took them).</exception>
    public Episode DrawMultiLabel(long seed, Func<int, bool>? refuses = null) => DrawAgainWhereShort(seed, random =>
    {
        int[] classes = DrawClasses(random);
        var draw = new MultiLabelDraw(_pools, _plan, seed, refuses);
        foreach (int label in classes)
        {
            draw.Require(label, _least);
            draw.AddSupport(label, Math.Min(_plan.Shots, draw.Left(label) - _plan.Queries), random);
            draw.AddQueries(label, _plan.Queries, random);
        }

        return new Episode(seed, classes, draw.Support, draw.Query);
    });

    /// <summary>Multi-label draw with exactly shots support images for every way, an image counting for each of its
    /// labels (PROTOCOL Q10, corrected): label by label, uniformly among its unused images that carry no label which
    /// has its shots already; from the start again where a label finds none, a limited number of times. The queries are
    /// then drawn as in <see cref="DrawMultiLabel"/>. A label may owe its support to images drawn for others, so that
    /// there are at most ways × shots support images.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The seed is negative.</exception>
    /// <exception cref="UsageException">No such support was found, or the images do not suffice for the queries (names
    /// label, have, need).</exception>
    public Episode DrawExactShots(long seed) => DrawAgainWhereShort(seed, random =>
    {
        int[] classes = DrawClasses(random);
        var draw = new MultiLabelDraw(_pools, _plan, seed, refuses: null);
        draw.AddExactSupport(new ExactSupport(_pools, classes, _plan.Shots, seed).Find(random));
        foreach (int label in classes)
        {
            draw.Require(label, _plan.Queries);
            draw.AddQueries(label, _plan.Queries, random);
        }

        return new Episode(seed, classes, draw.Support, draw.Query);
    });

    // Every attempt goes on with the same stream, so that the seed alone decides the episode.
    private Episode DrawAgainWhereShort(long seed, Func<RandomState, Episode> draw)
    {
        var random = EpisodeSeed.Stream(seed);
        for (int redrawn = 0; ; redrawn++)
        {
            try
            {
                return draw(random) with { Redrawn = redrawn };
            }
            catch (UsageException) when (_shortage == Shortage.Redraw && redrawn < MostRedraws)
            {
            }
        }
    }

    private int[] DrawClasses(RandomState random) =>
        Array.ConvertAll(random.Choose(_eligible.Length, _plan.Ways), i => _eligible[i]);

    private UsageException TooFewClasses()
    {
        IReadOnlyList<int[]> lists = _pools.Lists;
        string[] tooSmall =
        [
            .. Enumerable.Range(0, lists.Count)
                .Where(c => lists[c].Length < _least)
                .OrderByDescending(c => lists[c].Length)
                .Take(_plan.Ways - _eligible.Length)
                .Select(c => $"'{_pools.Names[c]}' has {lists[c].Length}, needs {_least}"),
        ];
        string nearest = tooSmall.Length > 0 ? $" Nearest: {string.Join("; ", tooSmall)}." : "";
        return new UsageException(
            $"{_plan.Ways} ways need {_plan.Ways} classes with at least {_least} images " +
            $"({_least - _plan.Queries} shots + {_plan.Queries} queries); {_eligible.Length} of {lists.Count} " +
            $"classes have them.{nearest} Ask for fewer ways, shots or queries.");
    }
}
