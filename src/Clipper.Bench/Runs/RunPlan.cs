using System.Globalization;
using Clipper.Bench.Configuration;
using Clipper.Bench.Datasets;
using Clipper.Bench.Embeddings;
using Clipper.Clip.Models;
using Clipper.Core.Episodes;
using Clipper.Core.Errors;

namespace Clipper.Bench.Runs;

/// <summary>The cells of an experiment, in their fixed order: data set, model, setting, method. Of a sweep it has the
/// cells of all points, those that points share once. Owns the data sets.</summary>
internal sealed class RunPlan : IDisposable
{
    private readonly OrderedDictionary<ModelChoice, ModelDescription> _models = [];
    private readonly OrderedDictionary<DatasetRequest, IDataset> _datasets = [];
    private readonly OrderedDictionary<Subject, EmbeddingKey> _keys = [];
    private readonly DrawSources _draws = new();
    private readonly AvailableData _available;

    private RunPlan(Experiment experiment, Action<string> warn)
    {
        Experiment = experiment;
        _available = new AvailableData(experiment.MissingData, warn);
    }

    /// <summary>The experiment.</summary>
    public Experiment Experiment { get; }

    /// <summary>Its data sets.</summary>
    public IReadOnlyList<IDataset> Datasets => [.. _datasets.Values];

    /// <summary>Its models.</summary>
    public IReadOnlyList<ModelDescription> Models => [.. _models.Values];

    /// <summary>The embeddings that it needs.</summary>
    public IReadOnlyList<(Subject Subject, EmbeddingKey Key)> Embeddings =>
        [.. _keys.Select(pair => (pair.Key, pair.Value))];

    /// <summary>Episodes that are given, one entry a data set and setting; empty where they are drawn.</summary>
    public IReadOnlyList<GivenDraws> Given => [.. _draws.Given];

    /// <summary>Data sets and settings that the experiment asks for and that are not to be had.</summary>
    public IReadOnlyList<DataGap> Gaps => _available.Gaps;

    /// <summary>What is not applicable, and why: a line for each data set and method.</summary>
    public IReadOnlyList<string> NotApplicable =>
    [
        .. (from point in Experiment.Each
            from request in point.Datasets.Where(_datasets.ContainsKey)
            from method in point.Methods
            let dataset = _datasets[request]
            let obstacle = method.Obstacle(dataset)
            where obstacle is not null
            select $"{dataset.QualifiedName} {method.Label}: n/a: {obstacle}.").Distinct(),
    ];

    /// <summary>All cells.</summary>
    public IReadOnlyList<Cell> Cells { get; private set; } = [];

    /// <summary>Describes the models, opens the data sets and lists the cells; nothing is embedded or drawn.</summary>
    /// <exception cref="UsageException">Names that records could not tell apart, or settings that a data set cannot
    /// fill.</exception>
    /// <exception cref="DataFileException">A model or data set is missing or damaged.</exception>
    public static RunPlan Make(Experiment experiment, IRunInputs inputs, Action<string> warn)
    {
        var plan = new RunPlan(experiment, warn);
        try
        {
            foreach (ModelChoice model in experiment.Each.SelectMany(point => point.Models).Distinct())
            {
                plan._models.Add(model, inputs.Describe(model.Name));
            }

            foreach (DatasetRequest request in experiment.Each.SelectMany(point => point.Datasets).Distinct())
            {
                if (plan._available.Open(request, inputs) is { } dataset)
                {
                    plan._datasets.Add(request, dataset);
                }
            }

            plan.Check(warn);
            plan.Cells = plan.ListCells(inputs);
            return plan;
        }
        catch
        {
            plan.Dispose();
            throw;
        }
    }

    /// <summary>What was asked for of a subject's data set.</summary>
    public DatasetRequest RequestOf(Subject subject) =>
        _datasets.First(pair => ReferenceEquals(pair.Value, subject.Dataset)).Key;

    /// <summary>The cells that shard <paramref name="index"/> (1-based) of <paramref name="count"/> computes.</summary>
    public IReadOnlyList<Cell> Shard(int index, int count) => [.. Cells.Where(cell => cell.Index % count == index - 1)];

    /// <summary>The sizes of a data set's episodes, with the number of its classes where all are asked for.</summary>
    public static IReadOnlyList<EpisodePlan> SettingsOf(Experiment experiment, IDataset dataset)
    {
        IReadOnlyList<EpisodePlan> settings = experiment.Protocol.SettingsOf(dataset);
        if (settings.All(setting => setting.Ways != EpisodePlan.AllClasses))
        {
            return settings;
        }

        IReadOnlyList<int[]> pools = new DrawUnits(dataset, [], experiment.Protocol.Quirks).Pools;
        return [.. settings.Select(setting => setting.Over(pools)).Distinct()];
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (IDataset dataset in _datasets.Values)
        {
            dataset.Dispose();
        }
    }

    // Before any work, rather than after an hour of embedding.
    private void Check(Action<string> warn)
    {
        var requirements = new RunRequirements(Experiment.Source.Path, _available, warn);
        foreach (Experiment each in Experiment.Each)
        {
            Experiment point = each with { Datasets = [.. each.Datasets.Where(_datasets.ContainsKey)] };
            IDataset[] datasets = [.. point.Datasets.Select(request => _datasets[request])];
            requirements.RequireDistinct("model", point.Models.Select(model => _models[model].Name));
            requirements.RequireDistinct("data set", datasets.Select(set => $"{set.Name} {set.Variant}".TrimEnd()));
            _draws.Read(each, datasets);
            requirements.NoteSizes(point, datasets);
            requirements.RequireSplitsApart(point, datasets);
        }

        requirements.RequireEnoughImages();
    }

    private List<Cell> ListCells(IRunInputs inputs)
    {
        var merged = new CellUnion(Experiment.Source.Path);
        foreach (Experiment point in Experiment.Each)
        {
            foreach (Cell cell in CellsOf(point, inputs))
            {
                merged.Add(cell);
            }
        }

        var cells = new List<Cell>();
        var ids = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (Cell cell in merged.Ordered())
        {
            cells.Add(cell with { Index = cells.Count, Id = Distinct(FileName.Of(cell.Id), ids) });
        }

        return cells;
    }

    private IEnumerable<Cell> CellsOf(Experiment point, IRunInputs inputs) =>
        from request in point.Datasets.Where(_datasets.ContainsKey)
        from model in point.Models
        let seen = SubjectsOf(point, _datasets[request], _models[model])
        let subject = seen.Query
        let embedding = KeyOf(subject, inputs)
        let supports = KeyOf(seen.Support, inputs)
        from setting in SettingsOf(point, subject.Dataset)
        where _available.CanFill(subject.Dataset, setting)
        let draws = _draws.Of(point, request, subject.Dataset, setting)
        from method in point.Methods
        where _available.CanServe(subject, method)
        where method.Obstacle(subject.Dataset) is null
        let texts = method.UsesTexts ? inputs.TextFacts(subject) : []
        let facts = CellFacts.Of(point, subject, embedding, setting, method, texts)
        let id = $"{subject.DatasetName}.{subject.Model.Name}.{SettingText.Of(setting)}.{method.Label}"
        select new Cell(0, id, subject, setting, method, WithDraws(WithSupport(facts, embedding, supports), draws))
        {
            Experiment = point,
            Support = seen.Support,
            Draws = draws,
        };

    // What pictures of queries and of support are seen through.
    private static (Subject Query, Subject Support) SubjectsOf(
        Experiment point, IDataset dataset, ModelDescription model)
    {
        var subject = new Subject(dataset, model with
        {
            Preprocess = point.Preprocess.Of(model.Preprocess),
            VocabularyPath = model.VocabularyPath ?? (point.Vocabulary.Length > 0 ? point.Vocabulary : null),
        })
        {
            Precision = point.Precision,
        };
        if (!point.Protocol.Quirks.Follows(QuirkCatalog.Pixels))
        {
            return (subject, subject);
        }

        var paths = PixelPaths.Of(dataset);
        return (subject.Through(paths.Query), subject.Through(paths.Support));
    }

    private static CellFacts WithSupport(CellFacts facts, EmbeddingKey query, EmbeddingKey support) =>
        support.Parts.Except(query.Parts).Aggregate(facts, (all, part) => all.With($"support.{part.Name}", part.Value));

    private static CellFacts WithDraws(CellFacts facts, DrawSource draws) =>
        draws.Given is { } given ? facts.With("draws", given.Hash) : facts;

    private EmbeddingKey KeyOf(Subject subject, IRunInputs inputs)
    {
        if (!_keys.TryGetValue(subject, out EmbeddingKey? key))
        {
            key = inputs.KeyOf(subject);
            _keys.Add(subject, key);
        }

        return key;
    }

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
