using Clipper.Bench.Configuration;
using Clipper.Bench.Methods;
using Clipper.Clip.Models;
using Clipper.Core.Episodes;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Metrics;
using Clipper.Core.Randomness;

namespace Clipper.Bench.Tests.Methods;

/// <summary>A seeded episode of rows around one centre a class, and a method for it without a run.</summary>
internal sealed class MethodFixture : IMethodServices
{
    public const int Ways = 5;
    public const int Shots = 5;
    public const int Queries = 10;
    public const int Dimension = 48;

    /// <summary>What copies of a sample are: its row plus this.</summary>
    public float Shift { get; init; } = 0.5f;

    public string Dataset { get; init; } = "made-up";

    public ProtocolMode Mode { get; init; } = ProtocolMode.Corrected;

    public List<Augmentation> Asked { get; } = [];

    public static EpisodeTask Task { get; } = MakeTask(seed: 3);

    /// <summary>The column of each query.</summary>
    public static int[] Truth { get; } = [.. Enumerable.Range(0, Ways * Queries).Select(row => row / Queries)];

    public static double Accuracy(Scoring scoring) =>
        MetricEvaluator.Rank([MetricCatalog.Find("accuracy")!], LabelRows.Single(Truth, Ways), scoring.Scores)[0];

    public static EpisodeTask MakeTask(int seed)
    {
        var random = new RandomState((uint)seed);
        Matrix<float> centres = Noise(new(Ways, Dimension), random, around: null);
        return new EpisodeTask
        {
            Seed = seed,
            Classes = [.. Enumerable.Range(0, Ways).Select(c => $"c{c}")],
            IsMultiLabel = false,
            Support = Noise(new(Ways * Shots, Dimension), random, centres),
            SupportLabels = LabelRows.Single([.. Enumerable.Range(0, Ways * Shots).Select(row => row / Shots)], Ways),
            SupportSamples = [.. Enumerable.Range(0, Ways * Shots).Select(row => 1_000 - row)],
            Query = Noise(new(Ways * Queries, Dimension), random, centres),
        };
    }

    public IReadOnlyList<Scoring> Score(MethodSettings settings, EpisodeTask? task = null) =>
        settings.Create(Context()).Score(task ?? Task);

    public Matrix<float> EmbedTexts(IReadOnlyList<string> texts) => throw new NotSupportedException();

    public Matrix<float> EmbedCopies(IReadOnlyList<int> samples, Augmentation augmentation)
    {
        Asked.Add(augmentation);
        var rows = new Matrix<float>(samples.Count * augmentation.Copies, Dimension);
        for (int row = 0; row < rows.Rows; row++)
        {
            int sample = samples[row / augmentation.Copies];
            Task.Support.Row(1_000 - sample).CopyTo(rows.Row(row));
            rows.Row(row)[row % augmentation.Copies] += Shift;
        }

        return rows;
    }

    private MethodContext Context() => new()
    {
        Dataset = Dataset,
        Classes = Task.Classes,
        ClassNames = Task.Classes,
        IsMultiLabel = false,
        Model = ModelLoader.Describe("random:0"),
        Setting = new EpisodePlan(Ways, Shots, Queries),
        Protocol = new FewShotProtocol(Mode, [], 1),
        SupportSamples = [.. Task.SupportSamples.Order()],
        Services = this,
    };

    // Shifted so that all cosines are near each other, as with CLIP's embeddings; samples scatter more than classes.
    private static Matrix<float> Noise(Matrix<float> rows, RandomState random, Matrix<float>? around)
    {
        for (int row = 0; row < rows.Rows; row++)
        {
            for (int k = 0; k < rows.Columns; k++)
            {
                float centre = around is null ? 0.4f : around.Row(row * around.Rows / rows.Rows)[k];
                float width = around is null ? 0.8f : 1.4f;
                rows.Row(row)[k] = centre + (width * (float)(random.NextDouble() - 0.5));
            }
        }

        return rows;
    }
}
