using System.Numerics;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Training;

/// <summary>Trains the weights of a head, and nothing else: no bias, no scale (PROTOCOL section 5.2). It is a
/// trajectory: heads can be taken from it after any epoch, and the one after E epochs is what a fresh trainer with the
/// same order gives after E. One thread; the same bits on every machine with fused multiply-add.</summary>
/// <typeparam name="T">float, or double as the truth to compare with.</typeparam>
public sealed class HeadTrainer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ImprintedHead<T> _start;
    private readonly TrainingSet<T> _set;
    private readonly TrainingSettings _settings;
    private readonly IEpochOrder _order;
    private readonly Matrix<T> _weights;
    private readonly AdamState<T> _adam;
    private readonly LogitErrors<T> _errors;
    private readonly Matrix<T> _batch;
    private readonly int[] _samples;
    private readonly int[] _batchRows;
    private readonly T[] _logits;

    /// <summary>Before the first epoch.</summary>
    /// <param name="start">The head whose weights are trained; it is left as it is.</param>
    /// <param name="set">The samples; labels are indices into the head's classes.</param>
    /// <param name="settings">Loss, batch, learning rate, normalisation.</param>
    /// <param name="order">Orders the samples of each epoch.</param>
    /// <exception cref="ArgumentException">The set has another dimension or number of classes than the
    /// head.</exception>
    public HeadTrainer(ImprintedHead<T> start, TrainingSet<T> set, TrainingSettings settings, IEpochOrder order)
    {
        if (set.Dimension != start.Dimension || set.Labels.Classes != start.Classes.Count)
        {
            throw new ArgumentException(
                $"A head over {start.Classes.Count} classes of {start.Dimension} numbers cannot be trained on " +
                $"{set.Dimension} numbers labelled over {set.Labels.Classes} classes.");
        }

        _start = start;
        _set = set;
        _settings = settings;
        _order = order;
        _weights = PaddedRows.Of(start.Weights.View);
        _adam = new AdamState<T>(_weights.Values.Length, settings.LearningRate);
        int batch = Math.Min(settings.Batch, set.Count);
        _errors = new LogitErrors<T>(settings.Loss, set.Labels);
        _batch = new Matrix<T>(batch, _weights.Columns);
        _samples = new int[set.Count];
        _batchRows = new int[batch];
        _logits = new T[batch * _weights.Rows];
    }

    /// <summary>Epochs trained so far.</summary>
    public int Epochs { get; private set; }

    /// <summary>Is told the loss of every batch before its step (of the order of a tenth of the time); null = it is
    /// not computed.</summary>
    public Action<double>? StepLoss { get; init; }

    /// <summary>The weights as they are in training [classes, d].</summary>
    public Matrix<T> Weights() => PaddedRows.Trim(_weights, _start.Dimension);

    /// <summary>The head as it is now, with unit columns; the very head that training started from where no epoch has
    /// been trained.</summary>
    public ImprintedHead<T> Head() =>
        Epochs == 0 ? _start : _start.WithWeights(UnitRows.Normalize(Weights().View));

    /// <summary>The heads after each of the given epochs, in their order, training as it goes.</summary>
    /// <param name="epochs">Ascending, none before <see cref="Epochs"/>.</param>
    /// <exception cref="ArgumentException">The epochs are not ascending.</exception>
    public IReadOnlyList<ImprintedHead<T>> HeadsAfter(IReadOnlyList<int> epochs)
    {
        var heads = new ImprintedHead<T>[epochs.Count];
        for (int i = 0; i < heads.Length; i++)
        {
            if (epochs[i] < Epochs)
            {
                throw new ArgumentException($"Epoch {epochs[i]} comes after epoch {Epochs}; give them ascending.");
            }

            Train(epochs[i] - Epochs);
            heads[i] = Head();
        }

        return heads;
    }

    /// <summary>Trains for so many more epochs.</summary>
    public void Train(int epochs)
    {
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            _order.Next(_samples);
            for (int first = 0; first < _samples.Length; first += _settings.Batch)
            {
                Step(_samples.AsSpan(first, Math.Min(_settings.Batch, _samples.Length - first)));
            }

            Epochs++;
            if (_settings.RenormalizeEvery > 0 && Epochs % _settings.RenormalizeEvery == 0)
            {
                PaddedRows.Write(UnitRows.Normalize(_weights.View).View, _weights);
            }
        }
    }

    private void Step(ReadOnlySpan<int> samples)
    {
        Span<int> rows = _batchRows.AsSpan(0, samples.Length);
        for (int b = 0; b < rows.Length; b++)
        {
            rows[b] = _set.RowOf(samples[b]);
            _set.Rows.Row(rows[b]).CopyTo(_batch.Row(b));
        }

        MatrixView<T> batch = _batch.View.Slice(0, rows.Length);
        Span<T> logits = _logits.AsSpan(0, rows.Length * _weights.Rows);
        RowProducts.Compute(batch, _weights, logits);
        StepLoss?.Invoke(_errors.Loss(logits, rows));
        _errors.Replace(logits, rows);
        _adam.Step(_weights, batch, logits);
    }
}
