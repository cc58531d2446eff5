using System.Numerics;
using System.Numerics.Tensors;

namespace Clipper.Core.Probes;

/// <summary>C · Σ loss + ½‖W‖², the objective of scikit-learn's <c>LogisticRegression</c>; intercepts are not
/// penalised.</summary>
/// <typeparam name="TData">Type of the features.</typeparam>
internal sealed class LogisticObjective<TData> : ISmoothFunction
    where TData : unmanaged, IBinaryFloatingPointIeee754<TData>
{
    /// <summary>How long a gradient may be, relative to the weights, at what counts as the minimum. As the penalty
    /// makes the objective grow by at least ½‖ΔW‖², the weights are then no farther than this from the best ones, and
    /// the objective is within 1e-10 of the least.</summary>
    private const double Tolerance = 1e-5;

    private readonly LogisticLoss _loss;
    private readonly LogisticPass<TData, float> _coarse;
    private readonly LogisticPass<TData, double> _fine;
    private readonly CurvatureModel _model;
    private readonly int _weights;
    private double _curvature;

    /// <summary>For these features and labels.</summary>
    public LogisticObjective(CentredRows<TData> features, LogisticLoss loss)
    {
        _loss = loss;
        _coarse = new LogisticPass<TData, float>(features, loss);
        _fine = new LogisticPass<TData, double>(features, loss);
        _model = new CurvatureModel(new RowBlock<TData, float>(features).Gram(), loss.Columns, features.Rows);
        _weights = loss.Columns * features.Columns;
    }

    /// <summary>Number of variables: weights [columns, features], then intercepts.</summary>
    public int Size => _weights + _loss.Columns;

    /// <summary>The weight of the loss.</summary>
    public double C { get; private set; }

    /// <summary>Whether products are taken in double; else in float32, which is twice as fast.</summary>
    public bool IsFine { get; set; }

    /// <inheritdoc />
    public double Noise => IsFine ? 1e-11 : 1e-7;

    /// <summary>Begins with another weight of the loss.</summary>
    public void SetC(double c)
    {
        C = c;
        _model.Start(c, _loss.StartingCurvature);
        _curvature = _loss.StartingCurvature;
    }

    /// <inheritdoc />
    public double Evaluate(ReadOnlySpan<double> point, Span<double> gradient)
    {
        double loss = IsFine
            ? _fine.Evaluate(point, gradient, out _curvature)
            : _coarse.Evaluate(point, gradient, out _curvature);
        TensorPrimitives.Multiply(gradient, C, gradient);
        ReadOnlySpan<double> weights = point[.._weights];
        TensorPrimitives.Add(gradient[.._weights], weights, gradient[.._weights]);
        return (C * loss) + (0.5 * TensorPrimitives.SumOfSquares(weights));
    }

    /// <inheritdoc />
    public void Precondition(Span<double> direction)
    {
        _model.Follow(C, _curvature);
        _model.Apply(direction);
    }

    /// <inheritdoc />
    public bool IsMinimum(ReadOnlySpan<double> point, ReadOnlySpan<double> gradient) =>
        TensorPrimitives.Norm(gradient) <= Tolerance * Math.Max(1, TensorPrimitives.Norm(point[.._weights]));
}
