using System.Globalization;
using Clipper.Bench.Configuration;
using Clipper.Bench.Datasets;
using Clipper.Bench.Files;
using Clipper.Core.Episodes;
using Clipper.Core.Errors;
using CsvHelper;

namespace Clipper.Bench.Runs;

/// <summary>Reads episodes that somebody gives, as <see cref="DrawsFile"/> writes them, for one data set and
/// setting.</summary>
internal sealed class DrawsReader
{
    private static readonly string[] _columns = ["episode", "role", "class", "sample"];

    private readonly string _path;
    private readonly IDataset _dataset;
    private readonly EpisodePlan _setting;
    private readonly Dictionary<string, int> _classes;
    private readonly Dictionary<string, int> _samples;

    /// <summary>For one file.</summary>
    public DrawsReader(string path, IDataset dataset, EpisodePlan setting)
    {
        _path = path;
        _dataset = dataset;
        _setting = setting;
        _classes = Numbers(dataset.Classes);
        _samples = Numbers([.. dataset.Samples.Select(sample => sample.Id)]);
    }

    /// <summary>Reads the episodes.</summary>
    /// <param name="count">How many there must be.</param>
    /// <param name="seed">Seed of the run, for what methods draw themselves.</param>
    /// <exception cref="DataFileException">The file is missing or no table of draws; names a class or sample that the
    /// data set lacks, or a sample that does not carry its class; or an episode is not of the setting.</exception>
    public IReadOnlyList<Episode> Read(int count, int seed)
    {
        var rows = new List<Row>();
        try
        {
            using var text = new StreamReader(_path);
            using var csv = new CsvReader(text, CsvLayout.New());
            RequireColumns(csv);
            while (csv.Read())
            {
                rows.Add(ReadRow(csv));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CsvHelperException)
        {
            throw new DataFileException(_path, $"cannot be read as draws ({e.Message}).", e);
        }

        IGrouping<int, Row>[] episodes = [.. rows.GroupBy(row => row.Episode)];
        if (!episodes.Select(episode => episode.Key).SequenceEqual(Enumerable.Range(0, count)))
        {
            throw new DataFileException(
                _path,
                $"holds {episodes.Length} episodes; expected {count}, numbered from 0 in order. Set protocol.episodes "
                + "to the number in the file.");
        }

        return [.. episodes.Select(episode => ToEpisode(episode.Key, seed, [.. episode]))];
    }

    private static Dictionary<string, int> Numbers(IReadOnlyList<string> names)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < names.Count; i++)
        {
            numbers.TryAdd(names[i], i);
        }

        return numbers;
    }

    private void RequireColumns(CsvReader csv)
    {
        bool hasHeader = csv.Read() && csv.ReadHeader()
            && _columns.SequenceEqual((csv.HeaderRecord ?? []).Take(_columns.Length));
        if (!hasHeader)
        {
            throw new DataFileException(
                _path, $"is no table of draws; expected the columns {string.Join(',', _columns)}.");
        }
    }

    private Row ReadRow(CsvReader csv)
    {
        string place = string.Create(CultureInfo.InvariantCulture, $"{_path}:{csv.Parser.RawRow}");
        string number = csv.GetField(0) ?? "";
        string role = csv.GetField(1) ?? "";
        string name = csv.GetField(2) ?? "";
        string id = csv.GetField(3) ?? "";
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int episode))
        {
            throw new DataFileException(place, $"'{number}' is no number of an episode; expected 0, 1, ….");
        }

        if (role is not ("support" or "query"))
        {
            throw new DataFileException(place, $"'{role}' is no role; expected support or query.");
        }

        if (!_classes.TryGetValue(name, out int label))
        {
            throw new DataFileException(
                place,
                $"{_dataset.QualifiedName} has no class '{name}'."
                + Suggestion.Question(name, _dataset.Classes));
        }

        if (!_samples.TryGetValue(id, out int sample))
        {
            throw new DataFileException(
                place, $"{_dataset.QualifiedName} has no sample '{id}'; these draws are of other data.");
        }

        return _dataset.Samples[sample].Labels.Contains(label)
            ? new Row(episode, role == "support", new EpisodeSample(sample, label))
            : throw new DataFileException(place, $"sample '{id}' does not carry class '{name}'.");
    }

    private Episode ToEpisode(int number, int seed, IReadOnlyList<Row> rows)
    {
        EpisodeSample[] support = [.. rows.Where(row => row.IsSupport).Select(row => row.Sample)];
        EpisodeSample[] query = [.. rows.Where(row => !row.IsSupport).Select(row => row.Sample)];
        int[] classes = [.. support.Select(sample => sample.Class).Distinct()];
        bool isOfSetting = classes.Length == _setting.Ways
            && query.All(sample => classes.Contains(sample.Class))
            && (_dataset.IsMultiLabel || _dataset.DrawsImages
                || (Has(support, classes, _setting.Shots) && Has(query, classes, _setting.Queries)));
        if (!isOfSetting)
        {
            throw new DataFileException(
                _path, $"episode {number} is not of the setting {SettingText.Of(_setting)} (ways, shots, queries).");
        }

        if (rows.Select(row => row.Sample.Sample).Distinct().Count() < rows.Count)
        {
            throw new DataFileException(_path, $"episode {number} names a sample twice.");
        }

        return new Episode(EpisodeSeed.Of(seed, number), classes, support, query);
    }

    private static bool Has(EpisodeSample[] samples, int[] classes, int count) =>
        classes.All(label => samples.Count(sample => sample.Class == label) == count);

    private readonly record struct Row(int Episode, bool IsSupport, EpisodeSample Sample);
}
