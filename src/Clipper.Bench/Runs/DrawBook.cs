using System.Security.Cryptography;
using Clipper.Bench.Configuration;
using Clipper.Bench.Datasets;
using Clipper.Clip.Files;
using Clipper.Core.Episodes;
using Clipper.Core.Errors;

namespace Clipper.Bench.Runs;

/// <summary>Draws the episodes of every data set × setting once and writes them to <c>draws/</c>.
/// Thread-safe.</summary>
/// <param name="folder">Where the files are.</param>
/// <param name="warn">Is told what makes episodes too easy.</param>
internal sealed class DrawBook(ResultsFolder folder, Action<string> warn)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<DrawSource, (EpisodeDraws Draws, string Skipped)> _drawn = [];
    private readonly Dictionary<DrawSource, ValidationDraws> _validation = [];

    /// <summary>The episodes; drawn and written at the first call.</summary>
    /// <param name="cell">Its data set, size of an episode, seed and number of episodes.</param>
    /// <param name="skipped">Samples without an embedding; they take part in no episode.</param>
    /// <exception cref="UsageException">The data set has too few classes or images for the setting.</exception>
    public EpisodeDraws Of(Cell cell, IReadOnlyCollection<int> skipped)
    {
        string signature = string.Join(',', skipped.Order());
        lock (_gate)
        {
            if (!_drawn.TryGetValue(cell.Draws, out (EpisodeDraws Draws, string Skipped) known))
            {
                IDataset dataset = cell.Subject.Dataset;
                DrawUnits units = Units(cell, skipped);
                IReadOnlyList<Episode> episodes = cell.Draws.Given is { } given
                    ? WithoutSkipped(given, dataset, skipped)
                    : Draw(cell, units, units.Pools, 0, cell.Experiment.Protocol.Episodes);
                foreach (string warning in EpisodeAudit.Warnings(dataset, SettingText.Of(cell.Setting), episodes)
                    .Concat(ShortageAudit.Warnings(cell, episodes)))
                {
                    warn(warning);
                }

                known = (new EpisodeDraws(episodes, Write(folder.Draws(cell.Draws), cell, episodes)), signature);
                _drawn.Add(cell.Draws, known);
            }

            return known.Skipped == signature ? known.Draws : throw new DataFileException(
                cell.Subject.DatasetName,
                $"model {cell.Subject.Model.Name} skips other images than the models before it, so that episodes "
                + "cannot be shared; repair the images or run this model alone.");
        }
    }

    /// <summary>The episodes to choose on; drawn and written at the first call. They are of classes and samples that no
    /// reported episode has, where there are enough of them; else of all classes, with seeds of their own.</summary>
    /// <inheritdoc cref="Of"/>
    public ValidationDraws ValidationOf(Cell cell, IReadOnlyCollection<int> skipped)
    {
        EpisodeDraws reported = Of(cell, skipped);
        lock (_gate)
        {
            if (!_validation.TryGetValue(cell.Draws, out ValidationDraws? known))
            {
                (Episode[] episodes, ChoiceSource source) = DrawValidation(cell, Units(cell, skipped), reported);
                string path = folder.ValidationDraws(cell.Draws);
                known = new ValidationDraws(episodes, Write(path, cell, episodes), source);
                _validation.Add(cell.Draws, known);
            }

            return known;
        }
    }

    private static (Episode[] Episodes, ChoiceSource Source) DrawValidation(
        Cell cell, DrawUnits units, EpisodeDraws reported)
    {
        int count = cell.Experiment.Protocol.ValidationEpisodes;
        try
        {
            IReadOnlyList<int[]> unseen = Unseen(units, reported.Episodes);
            return (Draw(cell, units, unseen, EpisodeSeed.FirstOfValidation, count), ChoiceSource.OtherClasses);
        }
        catch (UsageException)
        {
            // Too few classes are left over, or, of several labels a sample, too few samples.
            Episode[] episodes = Draw(cell, units, units.Pools, EpisodeSeed.FirstOfValidation, count);
            RequireOthers(episodes, reported.Episodes);
            return (episodes, ChoiceSource.OtherSeeds);
        }
    }

    private static DrawUnits Units(Cell cell, IReadOnlyCollection<int> skipped) =>
        new(cell.Subject.Dataset, skipped, cell.Experiment.Protocol.Quirks);

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

    private static Episode[] Draw(Cell cell, DrawUnits units, IReadOnlyList<int[]> pools, long first, int count)
    {
        IDataset dataset = cell.Subject.Dataset;
        var sampler = new EpisodeSampler(
            pools, dataset.Classes, cell.Setting, cell.Experiment.Protocol.OnShortage);
        Func<long, Episode> draw = Rule(dataset, sampler, cell.Experiment.Protocol);
        return
        [
            .. Enumerable.Range(0, count).Select(
                k => units.Expand(draw(EpisodeSeed.Of(cell.Experiment.Seed, first + k)))),
        ];
    }

    // An image with parts can have several labels, even where each part has one.
    private static Func<long, Episode> Rule(IDataset dataset, EpisodeSampler sampler, FewShotProtocol protocol)
    {
        if (!dataset.IsMultiLabel && !dataset.DrawsImages)
        {
            return sampler.Draw;
        }

        if (protocol.ExactShots && dataset.IsMultiLabel)
        {
            return sampler.DrawExactShots;
        }

        Func<int, bool>? refuses =
            protocol.Quirks.Follows(QuirkCatalog.Sampling) ? dataset.Refuses : null;
        return seed => sampler.DrawMultiLabel(seed, refuses);
    }

    private static string Write(string path, Cell cell, IReadOnlyList<Episode> episodes)
    {
        byte[] csv = DrawsFile.Bytes(cell.Subject.Dataset, episodes, cell.Experiment.Protocol.Stream);
        AtomicFile.Write(path, stream => stream.Write(csv));
        return Convert.ToHexStringLower(SHA256.HashData(csv));
    }
}
