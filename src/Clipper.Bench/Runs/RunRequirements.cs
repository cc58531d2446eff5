using Clipper.Bench.Configuration;
using Clipper.Bench.Datasets;
using Clipper.Core.Episodes;
using Clipper.Core.Errors;

namespace Clipper.Bench.Runs;

/// <summary>What must hold before a run begins; the points of a sweep that ask for the same are looked at
/// once.</summary>
/// <param name="path">The experiment file, for messages.</param>
/// <param name="available">What may be left out.</param>
/// <param name="warn">Is told what paper mode lets pass.</param>
internal sealed class RunRequirements(string path, AvailableData available, Action<string> warn)
{
    private readonly HashSet<string> _splits = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<(IDataset, EpisodePlan, string Sampling), Experiment> _sizes = [];

    /// <summary>Refuses entries with the same name, which records could not tell apart.</summary>
    public void RequireDistinct(string what, IEnumerable<string> names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string name in names.Where(name => !seen.Add(name)))
        {
            throw new UsageException(
                $"{path}: two entries are {what} '{name}', which tables could not tell apart; "
                + "give them different names, or run them as two experiments.");
        }
    }

    /// <summary>Refuses two official splits that share images; in paper mode it warns.</summary>
    /// <exception cref="DataFileException">They share images.</exception>
    public void RequireSplitsApart(Experiment experiment, IReadOnlyList<IDataset> datasets)
    {
        ProtocolMode mode = experiment.Protocol.Mode;
        if (!_splits.Add($"{mode} {string.Join(' ', experiment.Datasets)}"))
        {
            return;
        }

        foreach (string overlap in SplitOverlap.Of(experiment.Datasets, datasets))
        {
            if (mode == ProtocolMode.Corrected)
            {
                throw new DataFileException(path, $"{overlap} Take one of the splits alone.");
            }

            warn(overlap);
        }
    }

    /// <summary>Notes the sizes of episodes that an experiment asks of its data sets.</summary>
    public void NoteSizes(Experiment experiment, IEnumerable<IDataset> datasets)
    {
        foreach (IDataset dataset in experiment.Protocol.Draws.Length > 0 ? [] : datasets)
        {
            string sampling = experiment.Protocol.Quirks.ValueOf(QuirkCatalog.Sampling);
            foreach (EpisodePlan setting in RunPlan.SettingsOf(experiment, dataset))
            {
                _sizes.TryAdd((dataset, setting, sampling), experiment);
            }
        }
    }

    /// <summary>Refuses the noted sizes that a data set cannot fill, all at once.</summary>
    /// <exception cref="UsageException">Classes or images are too few.</exception>
    public void RequireEnoughImages()
    {
        var problems = new List<string>();
        foreach (var group in _sizes.GroupBy(size => (size.Key.Item1, size.Key.Sampling)))
        {
            IDataset dataset = group.Key.Item1;
            IReadOnlyList<int[]> pools =
                new DrawUnits(dataset, [], group.First().Value.Protocol.Quirks).Pools;
            foreach (EpisodePlan setting in group.Select(size => size.Key.Item2))
            {
                try
                {
                    _ = new EpisodeSampler(pools, dataset.Classes, setting);
                }
                catch (UsageException e)
                {
                    if (!available.Accepts(dataset, setting, e))
                    {
                        problems.Add($"{dataset.Name} {dataset.Variant} {SettingText.Of(setting)}: {e.Message}");
                    }
                }
            }
        }

        if (problems.Count > 0)
        {
            throw new UsageException(string.Join('\n', problems));
        }
    }
}
