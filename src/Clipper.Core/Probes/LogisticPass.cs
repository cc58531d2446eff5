using System.Numerics;
using System.Numerics.Tensors;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Probes;

/// <summary>One pass over the samples: Σ loss and its gradient by weights and intercepts, in one precision. A block of
/// rows is read once for both of its products, X·Wᵀ and Rᵀ·X.</summary>
/// <typeparam name="TData">Type of the features.</typeparam>
/// <typeparam name="TWork">Type of the products. Sums over more than <see cref="FlushRows"/> rows are in
/// double.</typeparam>
internal sealed class LogisticPass<TData, TWork>
    where TData : unmanaged, IBinaryFloatingPointIeee754<TData>
    where TWork : unmanaged, IBinaryFloatingPointIeee754<TWork>
{
    private const int FlushRows = 1024;

    private readonly LogisticLoss _loss;
    private readonly CentredRows<TData> _features;
    private readonly RowBlock<TData, TWork> _block;
    private readonly Panels<TWork> _weights;
    private readonly int _stride;
    private readonly int _classRows;
    private readonly TWork[] _intercepts;
    private readonly TWork[] _logits;
    private readonly TWork[] _products;
    private readonly double[] _wide;

    /// <summary>For these features and labels.</summary>
    public LogisticPass(CentredRows<TData> features, LogisticLoss loss)
    {
        _loss = loss;
        _features = features;
        _block = new RowBlock<TData, TWork>(features);
        _weights = new Panels<TWork>(_block.Panels.PaddedColumns, loss.Columns);
        _stride = PanelProduct.RoundUp(loss.Columns, PanelProduct.Width<TWork>() / 2);
        _classRows = PanelProduct.RoundUp(loss.Columns, PanelProduct.Rows);
        _intercepts = new TWork[_stride];
        _logits = new TWork[_block.Size * _stride];
        _products = new TWork[_classRows * _block.Panels.PaddedColumns];
        _wide = new double[Math.Max(features.Columns, _stride)];
    }

    /// <summary>Σ loss at <paramref name="point"/> (weights [columns, features], then intercepts), its gradient, and
    /// the mean of p (1 − p) over samples and columns.</summary>
    public double Evaluate(ReadOnlySpan<double> point, Span<double> gradient, out double curvature)
    {
        int size = _loss.Columns * _features.Columns;
        SetWeights(point[..size], point[size..]);
        gradient.Clear();
        double loss = 0;
        curvature = 0;
        int pending = 0;
        for (int first = 0; first < _features.Rows; first += _block.Size)
        {
            int count = _block.Read(first);
            FillLogits();
            loss += _loss.ToResiduals(_logits.AsSpan(0, count * _stride), _stride, first, ref curvature);
            _logits.AsSpan(count * _stride).Clear();
            AddInterceptGradient(count, gradient[size..]);
            var steps = new LeftSteps(1, 0, 1, _stride, _block.Size);
            _block.Panels.AddProduct(_logits, steps, _classRows, _products, _block.Panels.PaddedColumns);
            pending += _block.Size;
            if (pending >= FlushRows)
            {
                Flush(gradient);
                pending = 0;
            }
        }

        Flush(gradient);
        curvature /= (double)_features.Rows * _loss.Columns;
        return loss;
    }

    private void SetWeights(ReadOnlySpan<double> weights, ReadOnlySpan<double> intercepts)
    {
        int features = _features.Columns;
        for (int c = 0; c < _loss.Columns; c++)
        {
            _weights.SetColumn(c, weights.Slice(c * features, features));
        }

        _intercepts.AsSpan().Fill(TWork.NegativeInfinity);
        TensorPrimitives.ConvertTruncating(intercepts, _intercepts.AsSpan(0, _loss.Columns));
    }

    private void FillLogits()
    {
        for (int row = 0; row < _block.Size; row++)
        {
            _intercepts.CopyTo(_logits, row * _stride);
        }

        _block.Panels.AddProductFromLeft(_weights, _block.Size, _logits, _stride);
    }

    private void AddInterceptGradient(int count, Span<double> gradient)
    {
        Span<double> wide = _wide.AsSpan(0, gradient.Length);
        for (int row = 0; row < count; row++)
        {
            TensorPrimitives.ConvertTruncating<TWork, double>(_logits.AsSpan(row * _stride, gradient.Length), wide);
            TensorPrimitives.Add(gradient, wide, gradient);
        }
    }

    private void Flush(Span<double> gradient)
    {
        Span<double> wide = _wide.AsSpan(0, _features.Columns);
        for (int c = 0; c < _loss.Columns; c++)
        {
            Span<double> sums = gradient.Slice(c * wide.Length, wide.Length);
            TensorPrimitives.ConvertTruncating<TWork, double>(
                _products.AsSpan(c * _block.Panels.PaddedColumns, wide.Length), wide);
            TensorPrimitives.Add(sums, wide, sums);
        }

        _products.AsSpan().Clear();
    }
}
