using System.Globalization;
using Clipper.Bench.Configuration;
using Clipper.Bench.Datasets;
using Clipper.Bench.Embeddings;
using Clipper.Bench.Methods;
using Clipper.Clip.Models;
using Clipper.Core.Episodes;
using Clipper.Core.Errors;

namespace Clipper.Bench.Runs;

/// <summary>The cells of an experiment, in their fixed order: data set, model, setting, method. Owns the data
/// sets.</summary>
internal sealed class RunPlan : IDisposable
{
    private readonly List<IDataset> _datasets = [];
    private readonly List<(Subject Subject, EmbeddingKey Key)> _keys = [];

    private RunPlan(Experiment experiment)
    {
        Experiment = experiment;
    }

    /// <summary>The experiment.</summary>
    public Experiment Experiment { get; }

    /// <summary>Its data sets.</summary>
    public IReadOnlyList<IDataset> Datasets => _datasets;

    /// <summary>Its models.</summary>
    public IReadOnlyList<ModelDescription> Models { get; private set; } = [];

    /// <summary>The embeddings that it needs.</summary>
    public IReadOnlyList<(Subject Subject, EmbeddingKey Key)> Embeddings => _keys;

    /// <summary>Episodes that are given, one entry a data set and setting; empty where they are drawn.</summary>
    public IReadOnlyList<GivenDraws> Given { get; private set; } = [];

    /// <summary>All cells.</summary>
    public IReadOnlyList<Cell> Cells { get; private set; } = [];

    /// <summary>Describes the models, opens the data sets and lists the cells; nothing is embedded or drawn.</summary>
    /// <exception cref="UsageException">Names that records could not tell apart, or settings that a data set cannot
    /// fill.</exception>
    /// <exception cref="DataFileException">A model or data set is missing or damaged.</exception>
    public static RunPlan Make(Experiment experiment, IRunInputs inputs, Action<string> warn)
    {
        var plan = new RunPlan(experiment);
        try
        {
            plan.Models = [.. experiment.Models.Select(model => inputs.Describe(model.Name))];
            foreach (DatasetRequest request in experiment.Datasets)
            {
                plan._datasets.Add(inputs.Open(request, warn));
            }

            plan.RequireDistinct("model", plan.Models.Select(model => model.Name));
            plan.RequireDistinct("data set", plan._datasets.Select(set => $"{set.Name} {set.Variant}".TrimEnd()));
            plan.Given = GivenDraws.Read(experiment, plan.Datasets);
            plan.RequireEnoughImages();
            plan.RequireSplitsApart(warn);
            plan.Cells = plan.ListCells(inputs);
            return plan;
        }
        catch
        {
            plan.Dispose();
            throw;
        }
    }

    /// <summary>The episodes that are given for a data set and setting; null where they are drawn.</summary>
    public GivenDraws? GivenFor(string dataset, EpisodePlan setting) =>
        Given.FirstOrDefault(given => given.Dataset == dataset && given.Setting == setting);

    /// <summary>The cells that shard <paramref name="index"/> (1-based) of <paramref name="count"/> computes.</summary>
    public IReadOnlyList<Cell> Shard(int index, int count) => [.. Cells.Where(cell => cell.Index % count == index - 1)];

    /// <inheritdoc />
    public void Dispose() => _datasets.ForEach(dataset => dataset.Dispose());

    private void RequireDistinct(string what, IEnumerable<string> names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string name in names.Where(name => !seen.Add(name)))
        {
            throw new UsageException(
                $"{Experiment.Source.Path}: two entries are {what} '{name}', which tables could not tell apart; "
                + "give them different names, or run them as two experiments.");
        }
    }

    private void RequireSplitsApart(Action<string> warn)
    {
        bool asPaper = Experiment.Protocol.Mode != ProtocolMode.Corrected;
        foreach (string overlap in SplitOverlap.Of(Experiment.Datasets, _datasets))
        {
            if (!asPaper)
            {
                throw new DataFileException(Experiment.Source.Path, $"{overlap} Take one of the splits alone.");
            }

            warn(overlap);
        }
    }

    // Before any work, rather than after an hour of embedding.
    private void RequireEnoughImages()
    {
        var problems = new List<string>();
        foreach (IDataset dataset in Given.Count > 0 ? [] : _datasets)
        {
            IReadOnlyList<int[]> pools = new DrawUnits(dataset, [], Experiment.Protocol.Quirks).Pools;
            foreach (EpisodePlan setting in Experiment.Protocol.Settings)
            {
                try
                {
                    _ = new EpisodeSampler(pools, dataset.Classes, setting);
                }
                catch (UsageException e)
                {
                    problems.Add($"{dataset.Name} {dataset.Variant} {SettingText.Of(setting)}: {e.Message}");
                }
            }
        }

        if (problems.Count > 0)
        {
            throw new UsageException(string.Join('\n', problems));
        }
    }

    private IEnumerable<Subject> Subjects() =>
        from dataset in _datasets
        from model in Models
        select new Subject(dataset, model) { Precision = Experiment.Precision };

    private List<Cell> ListCells(IRunInputs inputs)
    {
        var cells = new List<Cell>();
        var ids = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (Subject subject in Subjects())
        {
            EmbeddingKey embedding = inputs.KeyOf(subject);
            _keys.Add((subject, embedding));
            foreach (EpisodePlan setting in Experiment.Protocol.Settings)
            {
                foreach (MethodSettings method in Experiment.Methods)
                {
                    string id = Distinct(FileName.Of(Id(subject, setting, method)), ids);
                    var texts = method.UsesTexts ? inputs.TextFacts(subject) : [];
                    var facts = CellFacts.Of(Experiment, subject, embedding, setting, method, texts);
                    facts = GivenFor(subject.DatasetName, setting) is { } given
                        ? facts.With("draws", given.Hash)
                        : facts;
                    cells.Add(new Cell(cells.Count, id, subject, setting, method, facts));
                }
            }
        }

        return cells;
    }

    private static string Id(Subject subject, EpisodePlan setting, MethodSettings method) =>
        $"{subject.DatasetName}.{subject.Model.Name}.{SettingText.Of(setting)}.{method.Label}";

    // Labels that differ only in special characters or case share a file name; the later ones are numbered.
    private static string Distinct(string id, HashSet<string> taken)
    {
        string free = id;
        for (int number = 2; !taken.Add(free); number++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{id}.{number}");
        }

        return free;
    }
}
