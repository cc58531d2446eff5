using System.Numerics.Tensors;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Probes;

/// <summary>The inverse of C·a·S + I for each class, with S = Σ x xᵀ over the centred rows and the mean a of p (1 − p):
/// a guess at the inverse Hessian of a logistic objective that brings its iterations down to a third or less.</summary>
/// <param name="gram">S [d, d].</param>
/// <param name="columns">Classes.</param>
/// <param name="rows">Rows that S sums over.</param>
internal sealed class CurvatureModel(Matrix<double> gram, int columns, int rows)
{
    /// <summary>How far the curvature may drift before the inverse is made anew, and how far it may fall at once: while
    /// probabilities are still saturated it says little.</summary>
    private const double Drift = 3;
    private const double MostFall = 10;

    private const int MostUpdates = 6;

    private readonly int _size = gram.Columns;
    private readonly Panels<float> _inverse = new(gram.Columns, gram.Columns);
    private readonly float[] _left = new float[PanelProduct.RoundUp(columns, PanelProduct.Rows) * gram.Columns];
    private float[] _right = [];
    private double _curvature;
    private double _interceptScale;
    private int _updates;

    /// <summary>Starts with the curvature <paramref name="curvature"/> and the weight <paramref name="c"/> of the
    /// loss.</summary>
    public void Start(double c, double curvature)
    {
        _updates = 0;
        Invert(c, curvature);
    }

    /// <summary>Follows the curvature where it has drifted far.</summary>
    public void Follow(double c, double curvature)
    {
        bool isClose = curvature < Drift * _curvature && curvature > _curvature / Drift;
        if (!isClose && curvature > 0 && _updates < MostUpdates)
        {
            _updates++;
            Invert(c, Math.Max(curvature, _curvature / MostFall));
        }
    }

    /// <summary>Multiplies weights [columns, d], followed by intercepts, with the inverse.</summary>
    public void Apply(Span<double> direction)
    {
        Span<double> weights = direction[..(columns * _size)];
        TensorPrimitives.ConvertTruncating<double, float>(weights, _left);
        int tiles = _left.Length / _size;
        int stride = _inverse.PaddedColumns;
        _right = _right.Length == 0 ? new float[tiles * stride] : _right;
        Array.Clear(_right);
        _inverse.AddProduct(_left, new LeftSteps(_size, 0, 1, 1, _size), tiles, _right, stride);
        for (int c = 0; c < columns; c++)
        {
            TensorPrimitives.ConvertTruncating<float, double>(
                _right.AsSpan(c * stride, _size), weights.Slice(c * _size, _size));
        }

        Span<double> intercepts = direction[(columns * _size)..];
        TensorPrimitives.Multiply(intercepts, _interceptScale, intercepts);
    }

    private void Invert(double c, double curvature)
    {
        _curvature = curvature;
        var hessian = new Matrix<double>(_size, _size);
        TensorPrimitives.Multiply(gram.Values, c * curvature, hessian.Values);
        for (int i = 0; i < _size; i++)
        {
            hessian.Row(i)[i] += 1;
        }

        Matrix<double> inverse = Cholesky.Invert(hessian);
        for (int column = 0; column < _size; column++)
        {
            _inverse.SetColumn(column, inverse.Row(column));
        }

        _interceptScale = 1 / (c * curvature * rows);
    }
}
