using Clipper.Bench.Configuration;
using Clipper.Bench.Datasets;
using Clipper.Bench.Embeddings;
using Clipper.Bench.Methods;
using Clipper.Bench.Runs;
using Clipper.Clip.Models;
using Clipper.Core.Episodes;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Metrics;
using Clipper.Core.Randomness;

namespace Clipper.Benchmarks.Comparison;

/// <summary>Episodes of 5 ways, 5 shots and 15 queries over 10 classes × 1,000 embeddings of 512, from the drawing to
/// the metrics, through the code of a run: what <c>rivals/episodes.py</c> does too, on the same numbers.</summary>
internal sealed class EpisodeWorkload : IDataset, IEmbeddings, IMethodServices
{
    private const int ClassCount = 10;
    private const int PerClass = 1000;

    private static readonly EpisodePlan s_plan = new(Ways: 5, Shots: 5, Queries: 15);

    private readonly float[] _rows = MakeRows();
    private readonly EpisodeSampler _sampler;
    private readonly EpisodeTables _table;

    public EpisodeWorkload()
    {
        int[][] pools =
            [.. Enumerable.Range(0, ClassCount).Select(c => Enumerable.Range(c * PerClass, PerClass).ToArray())];
        _table = new EpisodeTables(this, ClassCount * PerClass);
        _sampler = new EpisodeSampler(pools, Classes, s_plan);
    }

    public string Name => "made-up";

    public string Variant => "";

    public bool IsMultiLabel => false;

    public IReadOnlyList<string> Classes { get; } = [.. Enumerable.Range(0, ClassCount).Select(c => $"class{c}")];

    public IReadOnlyList<Sample> Samples { get; } =
        [.. Enumerable.Range(0, ClassCount * PerClass).Select(i => new Sample($"{i}", [i / PerClass]))];

    public string ManifestHash => "";

    public int Dimension => 512;

    public string Key => "";

    public bool FromCache => true;

    public IReadOnlyDictionary<int, string> Skipped { get; } = new Dictionary<int, string>();

    public ReadOnlySpan<float> Row(int index) => _rows.AsSpan(index * Dimension, Dimension);

    public byte[] ReadImage(int index) => throw new NotSupportedException("There are no images.");

    /// <summary>A method as a cell makes it, once for all episodes.</summary>
    public IMethod Create(MethodSettings settings) => settings.Create(new MethodContext
    {
        Dataset = Name,
        Classes = Classes,
        ClassNames = Classes,
        IsMultiLabel = false,
        Model = ModelLoader.Describe("random:0"),
        Setting = s_plan,
        Protocol = new FewShotProtocol(ProtocolMode.Corrected, [s_plan], 1),
        SupportSamples = [],
        Services = this,
    });

    /// <summary>Draws an episode and scores it.</summary>
    public (IReadOnlyList<Scoring> Scorings, EpisodeView View) Score(IMethod method, int seed)
    {
        var view = new EpisodeView(_sampler.Draw(seed), this, _table, ProtocolQuirks.Of(ProtocolMode.Corrected));
        return (method.Score(view.Task()), view);
    }

    /// <summary>Draws an episode, scores it and computes metrics: one row a scoring.</summary>
    public double[][] Run(IMethod method, MetricSheet metrics, int seed)
    {
        (IReadOnlyList<Scoring> scorings, EpisodeView view) = Score(method, seed);
        var truth = view.Truth();
        return [.. scorings.Select(scoring => metrics.Values(truth, scoring))];
    }

    public static MetricSheet Sheet(params string[] names) => new(
        [.. MetricCatalog.All.Where(metric => names.Length == 0 || names.Contains(metric.Name))], isMultiLabel: false);

    public Matrix<float> EmbedTexts(IReadOnlyList<string> texts) => throw new NotSupportedException();

    public Matrix<float> EmbedCopies(IReadOnlyList<int> samples, Augmentation augmentation) =>
        throw new NotSupportedException();

    public void Dispose()
    {
    }

    private static float[] MakeRows()
    {
        const int Dimension = 512;
        var random = new RandomState(0);
        var centres = new double[ClassCount * Dimension];
        for (int i = 0; i < centres.Length; i++)
        {
            centres[i] = random.NextDouble();
        }

        var rows = new float[ClassCount * PerClass * Dimension];
        for (int i = 0; i < rows.Length; i++)
        {
            double centre = centres[(i / (Dimension * PerClass) * Dimension) + (i % Dimension)];
            rows[i] = (float)((0.2 * centre) + random.NextDouble());
        }

        return rows;
    }
}
