using System.Numerics.Tensors;
using Clipper.Bench.Configuration;
using Clipper.Bench.Configuration.Binding;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Metrics;
using Clipper.Core.Probes;

namespace Clipper.Bench.Methods.Probes;

/// <summary>What several probes have in common: options, and how their values become scores.</summary>
internal static class ProbeOptions
{
    private const string UnitName = "unit";
    private const string RawName = "raw";
    private const string CosineName = "cosine";
    private const string EuclideanName = "euclidean";

    /// <summary>Whether embeddings are scaled to unit length.</summary>
    public static readonly Key<FeatureScale> Features = new("features", new ChoiceReader<FeatureScale>(
        "scale of features", [(UnitName, FeatureScale.Unit), (RawName, FeatureScale.Raw)], []),
        "Embeddings at unit length, or as they are.");

    /// <summary>How distances are taken.</summary>
    public static readonly Key<NeighbourDistance> Distance = new("distance", new ChoiceReader<NeighbourDistance>(
        "distance", [(CosineName, NeighbourDistance.Cosine), (EuclideanName, NeighbourDistance.Euclidean)], []),
        "How distances are taken.");

    /// <summary>Thresholds on multi-label data.</summary>
    public static readonly Key<IReadOnlyList<double>> Thresholds = new(
        ThresholdsReader.Key, new ThresholdsReader(), "Thresholds on multi-label data.");

    /// <summary>Where an experiment names none: 0.05, 0.10, … 0.95.</summary>
    public static IReadOnlyList<double> DefaultThresholds { get; } = ThresholdGrid.Of(0.05m, 0.95m, 0.05m).Values;

    /// <summary>A key for one positive number or a list of them.</summary>
    public static Key<IReadOnlyList<decimal>> Penalties(string name, string doc) =>
        new(name, new OneOrManyReader<decimal>(new NumberReader(0.000001m, 1_000_000m), Identity), doc);

    /// <summary>The numbers as they are computed with, ascending.</summary>
    public static IReadOnlyList<double> Ascending(IEnumerable<decimal> numbers) =>
        [.. numbers.Order().Select(number => (double)number)];

    /// <summary>The name of a scale in configuration.</summary>
    public static string Name(FeatureScale scale) => scale == FeatureScale.Unit ? UnitName : RawName;

    /// <summary>The name of a distance in configuration.</summary>
    public static string Name(NeighbourDistance distance) =>
        distance == NeighbourDistance.Cosine ? CosineName : EuclideanName;

    /// <summary>Embeddings at that scale.</summary>
    public static Matrix<float> At(FeatureScale scale, Matrix<float> embeddings) =>
        scale == FeatureScale.Unit ? UnitRows.Normalize(embeddings.View) : embeddings;

    /// <summary>A result of the candidate <paramref name="candidate"/>: the best class of single-label data, every
    /// class from a threshold on of multi-label data.</summary>
    public static Scoring Scoring(
        EpisodeTask task, MatrixView<double> scores, IReadOnlyList<double> thresholds, string candidate)
    {
        var singles = new Matrix<float>(scores.Rows, scores.Columns);
        TensorPrimitives.ConvertTruncating(scores.Values, singles.Values);
        return new Scoring(singles, task.IsMultiLabel ? Decision.At(thresholds) : Decision.ArgMax)
        {
            Condition = new Condition(Candidate: candidate),
        };
    }

    private static string Identity(decimal number) => YamlText.Of((double)number);
}
