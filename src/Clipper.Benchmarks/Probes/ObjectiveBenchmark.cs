using System.ComponentModel;
using BenchmarkDotNet.Attributes;
using Clipper.Benchmarks.Imprinting;
using Clipper.Benchmarks.Suite;
using Clipper.Core.Probes;

namespace Clipper.Benchmarks.Probes;

/// <summary>One evaluation of L-BFGS on logistic regression: value and gradient over all rows, with products in float32
/// as in most of the fit, and in double as at its end.</summary>
[Description("L-BFGS evaluation, 10,000 × 512 × 100")]
public class ObjectiveBenchmark : ICountedWork
{
    private const int Rows = 10_000;
    private const int Dimension = 512;
    private const int Classes = 100;

    private LogisticObjective<float>? _objective;
    private double[] _point = [];
    private double[] _gradient = [];

    [GlobalSetup]
    public void SetUp()
    {
        var block = new EmbeddingBlock(Rows, Dimension, Classes);
        _objective = new LogisticObjective<float>(
            new CentredRows<float>(block.Embeddings), new SoftmaxLoss(block.RowLabels, Classes));
        _objective.SetC(1);
        _point = new double[_objective.Size];
        _gradient = new double[_objective.Size];
    }

    [Benchmark]
    public double Single() => Evaluate(isFine: false);

    [Benchmark]
    public double Double() => Evaluate(isFine: true);

    /// <inheritdoc />
    public Work WorkOf(string benchmark) => new(
        Rows, "rows",
        Bytes: (double)Rows * Dimension * sizeof(float),
        Operations: 2 * 2.0 * Rows * Dimension * Classes);

    // Another point every time, as in a fit.
    private double Evaluate(bool isFine)
    {
        if (_objective is null)
        {
            return 0;
        }

        _point[0] += 1e-3;
        _objective.IsFine = isFine;
        return _objective.Evaluate(_point, _gradient);
    }
}
