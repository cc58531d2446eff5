using System.Security.Cryptography;
using Clipper.Bench.Configuration;
using Clipper.Bench.Datasets;
using Clipper.Clip.Files;
using Clipper.Core.Episodes;
using Clipper.Core.Errors;

namespace Clipper.Bench.Runs;

/// <summary>Draws the episodes of every data set × setting once and writes them to <c>draws/</c>.
/// Thread-safe.</summary>
/// <param name="plan">Seed and number of episodes; or the episodes, where they are given.</param>
/// <param name="folder">Where the files are.</param>
/// <param name="warn">Is told what makes episodes too easy.</param>
internal sealed class DrawBook(RunPlan plan, ResultsFolder folder, Action<string> warn)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Dataset, EpisodePlan), (EpisodeDraws Draws, string Skipped)> _drawn = [];
    private readonly Dictionary<(string Dataset, EpisodePlan), ValidationDraws> _validation = [];

    private FewShotProtocol Protocol => plan.Experiment.Protocol;

    /// <summary>The episodes; drawn and written at the first call.</summary>
    /// <param name="subject">The data set.</param>
    /// <param name="setting">Size of an episode.</param>
    /// <param name="skipped">Samples without an embedding; they take part in no episode.</param>
    /// <exception cref="UsageException">The data set has too few classes or images for the setting.</exception>
    public EpisodeDraws Of(Subject subject, EpisodePlan setting, IReadOnlyCollection<int> skipped)
    {
        string signature = string.Join(',', skipped.Order());
        lock (_gate)
        {
            if (!_drawn.TryGetValue((subject.DatasetName, setting), out (EpisodeDraws Draws, string Skipped) known))
            {
                DrawUnits units = Units(subject.Dataset, skipped);
                IReadOnlyList<Episode> episodes = plan.GivenFor(subject.DatasetName, setting) is { } given
                    ? WithoutSkipped(given, subject.Dataset, skipped)
                    : Draw(subject.Dataset, setting, units, units.Pools, 0, Protocol.Episodes);
                foreach (string warning in EpisodeAudit.Warnings(
                    subject.Dataset, SettingText.Of(setting), episodes))
                {
                    warn(warning);
                }

                string path = folder.Draws(subject.DatasetName, setting);
                known = (new EpisodeDraws(episodes, Write(path, subject.Dataset, episodes)), signature);
                _drawn.Add((subject.DatasetName, setting), known);
            }

            return known.Skipped == signature ? known.Draws : throw new DataFileException(
                subject.DatasetName,
                $"model {subject.Model.Name} skips other images than the models before it, so that episodes cannot be "
                + "shared; repair the images or run this model alone.");
        }
    }

    /// <summary>The episodes to choose on; drawn and written at the first call. They are of classes and samples that no
    /// reported episode has, where there are enough of them; else of all classes, with seeds of their own.</summary>
    /// <inheritdoc cref="Of"/>
    public ValidationDraws ValidationOf(Subject subject, EpisodePlan setting, IReadOnlyCollection<int> skipped)
    {
        EpisodeDraws reported = Of(subject, setting, skipped);
        lock (_gate)
        {
            if (!_validation.TryGetValue((subject.DatasetName, setting), out ValidationDraws? known))
            {
                DrawUnits units = Units(subject.Dataset, skipped);
                (Episode[] episodes, ChoiceSource source) = DrawValidation(subject.Dataset, setting, units, reported);
                string path = folder.ValidationDraws(subject.DatasetName, setting);
                known = new ValidationDraws(episodes, Write(path, subject.Dataset, episodes), source);
                _validation.Add((subject.DatasetName, setting), known);
            }

            return known;
        }
    }

    private (Episode[] Episodes, ChoiceSource Source) DrawValidation(
        IDataset dataset, EpisodePlan setting, DrawUnits units, EpisodeDraws reported)
    {
        int count = Protocol.ValidationEpisodes;
        try
        {
            IReadOnlyList<int[]> unseen = Unseen(units, reported.Episodes);
            return (
                Draw(dataset, setting, units, unseen, EpisodeSeed.FirstOfValidation, count), ChoiceSource.OtherClasses);
        }
        catch (UsageException)
        {
            // Too few classes are left over, or, of several labels a sample, too few samples.
            Episode[] episodes = Draw(
                dataset, setting, units, units.Pools, EpisodeSeed.FirstOfValidation, count);
            RequireOthers(episodes, reported.Episodes);
            return (episodes, ChoiceSource.OtherSeeds);
        }
    }

    private DrawUnits Units(IDataset dataset, IReadOnlyCollection<int> skipped) =>
        new(dataset, skipped, Protocol.Quirks);

    // Episodes that are drawn have streams of their own; those that are given may be the very ones of validation. A few
    // alike are chance, where a class has hardly more images than an episode needs.
    private static void RequireOthers(Episode[] validation, IReadOnlyList<Episode> reported)
    {
        HashSet<string> seen = [.. reported.Select(Signature)];
        int alike = validation.Count(episode => seen.Contains(Signature(episode)));
        if (2 * alike > validation.Length)
        {
            throw new UsageException(
                $"{alike} of {validation.Length} validation episodes are among the given draws, so that nothing can be "
                + "chosen on them; set another seed.");
        }
    }

    private static string Signature(Episode episode) =>
        string.Join(' ', episode.Support.Concat(episode.Query).Select(sample => sample.Sample));

    private static IReadOnlyList<Episode> WithoutSkipped(
        GivenDraws given, IDataset dataset, IReadOnlyCollection<int> skipped)
    {
        var left = new HashSet<int>(skipped);
        foreach (Episode episode in given.Episodes)
        {
            foreach (EpisodeSample sample in episode.Support.Concat(episode.Query))
            {
                if (left.Contains(sample.Sample))
                {
                    throw new DataFileException(
                        given.Path,
                        $"sample '{dataset.Samples[sample.Sample].Id}' of the given draws has no embedding: its image "
                        + "cannot be read.");
                }
            }
        }

        return given.Episodes;
    }

    private static IReadOnlyList<int[]> Unseen(DrawUnits units, IReadOnlyList<Episode> episodes)
    {
        var classes = new HashSet<int>(episodes.SelectMany(episode => episode.Classes));
        var drawn = new HashSet<int>(
            from episode in episodes
            from sample in episode.Support.Concat(episode.Query)
            select units.Of(sample.Sample));
        return
        [
            .. units.Pools.Select((pool, label) =>
                classes.Contains(label) ? [] : pool.Where(unit => !drawn.Contains(unit)).ToArray()),
        ];
    }

    private Episode[] Draw(
        IDataset dataset, EpisodePlan setting, DrawUnits units, IReadOnlyList<int[]> pools, long first, int count)
    {
        Func<long, Episode> draw = Rule(dataset, new EpisodeSampler(pools, dataset.Classes, setting));
        return
        [
            .. Enumerable.Range(0, count).Select(
                k => units.Expand(draw(EpisodeSeed.Of(plan.Experiment.Seed, first + k)))),
        ];
    }

    // An image with parts can have several labels, even where each part has one.
    private Func<long, Episode> Rule(IDataset dataset, EpisodeSampler sampler)
    {
        if (!dataset.IsMultiLabel && !dataset.DrawsImages)
        {
            return sampler.Draw;
        }

        if (Protocol.ExactShots && dataset.IsMultiLabel)
        {
            return sampler.DrawExactShots;
        }

        Func<int, bool>? refuses =
            Protocol.Quirks.Follows(QuirkCatalog.Sampling) ? dataset.Refuses : null;
        return seed => sampler.DrawMultiLabel(seed, refuses);
    }

    private static string Write(string path, IDataset dataset, IReadOnlyList<Episode> episodes)
    {
        byte[] csv = DrawsFile.Bytes(dataset, episodes);
        AtomicFile.Write(path, stream => stream.Write(csv));
        return Convert.ToHexStringLower(SHA256.HashData(csv));
    }
}
