using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Metrics;

/// <summary>Computes metrics of one episode (to be written by its owner; this is the agreed surface).</summary>
public static class MetricEvaluator
{
    /// <summary>Values of ranking metrics, in the given order; NaN where undefined.</summary>
    public static double[] Rank(IReadOnlyList<Metric> metrics, LabelRows truth, MatrixView<float> scores) => throw new NotImplementedException();

    /// <summary>Values of decision metrics at every threshold in one pass: result[threshold][metric]; a class is predicted where score ≥ threshold.</summary>
    public static double[][] Sweep(IReadOnlyList<Metric> metrics, LabelRows truth, MatrixView<float> scores, ReadOnlySpan<float> thresholds) => throw new NotImplementedException();

    /// <summary>Values of decision metrics when the single arg-max class (lowest index on ties) is predicted.</summary>
    public static double[] Decide(IReadOnlyList<Metric> metrics, LabelRows truth, MatrixView<float> scores) => throw new NotImplementedException();
}
