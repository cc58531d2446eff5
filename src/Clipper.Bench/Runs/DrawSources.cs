using System.Globalization;
using Clipper.Bench.Configuration;
using Clipper.Bench.Datasets;
using Clipper.Core.Episodes;

namespace Clipper.Bench.Runs;

/// <summary>Names the sources of episodes of a run, and reads those that are given. What is drawn by the same rule from
/// the same samples is one source; others of the same data set and setting are numbered in their order.</summary>
internal sealed class DrawSources
{
    private readonly Dictionary<string, DrawSource> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, IReadOnlyList<GivenDraws>> _given = new(StringComparer.Ordinal);

    /// <summary>Episodes that are given, in order; empty where all are drawn.</summary>
    public IEnumerable<GivenDraws> Given => _given.OrderBy(pair => pair.Key, StringComparer.Ordinal)
        .SelectMany(pair => pair.Value)
        .DistinctBy(given => (given.Dataset, given.Setting, given.Path));

    /// <summary>Reads the episodes that an experiment is given, once for all points that are given the same.</summary>
    /// <inheritdoc cref="GivenDraws.Read(Experiment, IReadOnlyList{IDataset})"/>
    public void Read(Experiment experiment, IReadOnlyList<IDataset> datasets)
    {
        string key = GivenKey(experiment);
        if (!_given.ContainsKey(key))
        {
            _given.Add(key, GivenDraws.Read(experiment, datasets));
        }
    }

    /// <summary>The source of a data set's episodes in an experiment.</summary>
    public DrawSource Of(Experiment experiment, DatasetRequest request, IDataset dataset, EpisodePlan setting)
    {
        string name = DrawSource.NameOf(dataset.QualifiedName, setting);
        string rule = $"{name}|{request}|{Rule(experiment)}";
        if (!_known.TryGetValue(rule, out DrawSource? source))
        {
            int number = _taken[name] = _taken.GetValueOrDefault(name) + 1;
            string distinct = number == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}.{number}");
            GivenDraws? given = _given[GivenKey(experiment)].FirstOrDefault(
                each => each.Dataset == dataset.QualifiedName && each.Setting == setting);
            source = new DrawSource(distinct, given);
            _known.Add(rule, source);
        }

        return source;
    }

    // Everything of an experiment that decides which samples an episode has.
    private static string Rule(Experiment experiment)
    {
        FewShotProtocol protocol = experiment.Protocol;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{experiment.Seed}|{protocol.Episodes}|{protocol.ValidationEpisodes}|{protocol.ExactShots}|")
            + $"{protocol.Stream}|"
            + $"{protocol.OnShortage}|{protocol.Quirks.ValueOf(QuirkCatalog.Sampling)}|{experiment.OnBadImage}|"
            + protocol.Draws;
    }

    private static string GivenKey(Experiment experiment) => string.Create(
        CultureInfo.InvariantCulture,
        $"{experiment.Protocol.Draws}|{experiment.Seed}|{experiment.Protocol.Episodes}|")
        + $"{string.Join(',', experiment.Protocol.Settings.Select(SettingText.Of))}|"
        + string.Join(',', experiment.Datasets);
}
