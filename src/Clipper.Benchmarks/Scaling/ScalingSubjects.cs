using System.Globalization;
using Clipper.Bench.Configuration;
using Clipper.Bench.Embeddings;
using Clipper.Bench.Methods;
using Clipper.Bench.Methods.Heads;
using Clipper.Bench.Runs;
using Clipper.Benchmarks.Comparison;
using Clipper.Benchmarks.Imprinting;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Metrics;

namespace Clipper.Benchmarks.Scaling;

/// <summary>What is made larger: embeddings, classes, episodes, cells.</summary>
internal static class ScalingSubjects
{
    private const int Dimension = 512;
    private const int Classes = 100;
    private const int Queries = 1_000;
    private const int Shots = 5;

    // Methods a setting. All pairs of methods are compared, so that more of them would be other work for each cell.
    private const int Methods = 10;

    // Thresholds a method: as many for each, but others, so that no two methods are alike and none is larger.
    private const int Thresholds = 11;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ScalingSubject> All { get; } =
    [
        new("imprint into 100 classes", "embeddings", [1_000, 10_000, 100_000, 1_000_000], Imprint, RowBytes),
        new("cache hit, every byte checked", "embeddings", [1_000, 10_000, 100_000, 1_000_000], CacheHit, RowBytes),
        new("imprint 5 shots a class, score 1,000 queries", "classes", [5, 50, 500, 5_000], Score, ScoreBytes),
        new("draw, imprint, score, all metrics", "episodes", [1, 10, 100, 1_000, 10_000], Episodes, _ => 0),
        new("a run of cells of 2 episodes", "cells", [1, 10, 100, 1_000], Cells, _ => 0),
    ];

    private static double RowBytes(int rows) => (double)rows * Dimension * sizeof(float);

    private static double ScoreBytes(int classes) =>
        sizeof(float) * (((double)((Shots + 1) * classes) * Dimension) + (Queries * (double)(classes + Dimension)));

    private static ScalingWork Imprint(int rows)
    {
        Matrix<float> embeddings = Rows(rows);
        LabelRows labels = LabelRows.Single([.. Enumerable.Range(0, rows).Select(row => row % Classes)], Classes);
        string[] names = Names(Classes);
        return new(() => ImprintedHead<float>.Imprint(HeadKind.Mwi, embeddings, labels, names));
    }

    private static ScalingWork CacheHit(int rows)
    {
        string folder = Directory.CreateTempSubdirectory("clipper-scaling-").FullName;
        var key = new EmbeddingKey([new("rows", rows.ToString(CultureInfo.InvariantCulture))]);
        string[] ids = [.. Enumerable.Range(0, rows).Select(row => row.ToString(CultureInfo.InvariantCulture))];
        void Open(bool isFirst)
        {
            using EmbeddingTable table = new EmbeddingCache(folder).GetOrCompute(
                key, "model", ids, place => Computed(place, rows), CancellationToken.None);
            if (table.FromCache == isFirst)
            {
                throw new InvalidOperationException("The entry is not where it should be.");
            }
        }

        Open(isFirst: true);
        return new(() => Open(isFirst: false), () => Directory.Delete(folder, recursive: true));
    }

    private static ComputedEmbeddings Computed(string folder, int rows) =>
        new(new RowFile(folder, rows, Dimension), new SortedDictionary<int, string>(), new StageClock());

    private static ScalingWork Score(int classes)
    {
        var support = new EmbeddingBlock(classes * Shots, Dimension, classes);
        Matrix<float> queries = Rows(Queries);
        return new(() => support.Head().Scores(queries, new float[Queries * classes]));
    }

    private static ScalingWork Episodes(int episodes)
    {
        var workload = new EpisodeWorkload();
        IMethod method = workload.Create(new ImprintSettings(HeadKind.Mwi, "mwi", ThresholdGrid.Paper.Values));
        MetricSheet sheet = EpisodeWorkload.Sheet();
        return new(() =>
        {
            for (int seed = 0; seed < episodes; seed++)
            {
                workload.Run(method, sheet, seed);
            }
        });
    }

    private static ScalingWork Cells(int cells)
    {
        string folder = Directory.CreateTempSubdirectory("clipper-scaling-").FullName;
        string cache = Path.Combine(Path.GetTempPath(), "clipper-scaling-cache");
        Experiment one = Experiment(folder, 1);
        Experiment all = Experiment(folder, cells);
        Run(one, Path.Combine(folder, "warm"), cache); // embeds, once for all sizes
        int calls = 0;
        void RunAll()
        {
            RunOutcome outcome = Run(all, Path.Combine(folder, $"results{calls++}"), cache);
            if (outcome.Computed != cells)
            {
                throw new InvalidOperationException($"{outcome.Computed} cells were computed, not {cells}.");
            }
        }

        return new(RunAll, () => Directory.Delete(folder, recursive: true));
    }

    private static RunOutcome Run(Experiment experiment, string output, string cache) =>
        new ExperimentRunner(new RunOptions(output, "cpu", CacheRoot: cache, Report: false))
            .Run(experiment, new SilentObserver(), CancellationToken.None);

    private static Experiment Experiment(string folder, int cells)
    {
        int methods = Math.Min(cells, Methods);
        string path = Path.Combine(folder, $"{cells}.yaml");
        IEnumerable<string> settings = Enumerable.Range(0, cells / methods).Select(Setting);
        IEnumerable<string> heads = Enumerable.Range(0, methods).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"  - mwi: {{ label: mwi{i}, thresholds: [{ThresholdsFrom(i)}] }}"));
        File.WriteAllLines(
            path,
            [
                "name: scaling", "seed: 0", "model: random:0", "datasets:", "  - { name: shapes, variant: single }",
                $"protocol: {{ kind: few-shot, settings: [{string.Join(", ", settings)}], episodes: 2, "
                + "validation-episodes: 0 }", "methods:", .. heads, "metrics: [accuracy, map, o_f1]",
            ]);
        return ExperimentFile.Load(path, []);
    }

    // The first ten settings and all hundred have 5.5 shots and 5.5 queries on the average.
    private static string Setting(int number) => string.Create(
        CultureInfo.InvariantCulture, $"5w{1 + (number % 10)}s{1 + ((9 - (number % 10) + (number / 10)) % 10)}q");

    private static string ThresholdsFrom(int first) => string.Join(", ", Enumerable.Range(first, Thresholds)
        .Select(step => (0.5 + (0.001 * step)).ToString("F3", CultureInfo.InvariantCulture)));

    private static Matrix<float> Rows(int rows)
    {
        var matrix = new Matrix<float>(rows, Dimension);
        for (int i = 0; i < matrix.Values.Length; i++)
        {
            matrix.Values[i] = ((i * 7919L) % 1009) - 504;
        }

        return matrix;
    }

    private static string[] Names(int count) => [.. Enumerable.Range(0, count).Select(c => $"class{c}")];
}
