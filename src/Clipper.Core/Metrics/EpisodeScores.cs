using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Metrics;

/// <summary>Truth and scores of one episode, with what several ranking metrics share worked out once.</summary>
/// <param name="truth">The labels.</param>
/// <param name="scores">Scores [samples, classes]; float32 scores widened, which keeps order and ties.</param>
/// <param name="epsilon">Machine epsilon of the type that the scores had: see <see cref="LogLoss"/>.</param>
internal ref struct EpisodeScores(LabelRows truth, MatrixView<double> scores, double epsilon)
{
    private RankedScores<double>? _byClass;
    private RankedScores<double>? _whole;
    private int[]? _labels;
    private int[]? _best;

    /// <summary>The labels.</summary>
    public LabelRows Truth { get; } = truth;

    /// <summary>Scores [samples, classes].</summary>
    public MatrixView<double> Scores { get; } = scores;

    /// <summary>Machine epsilon of the type that the scores had.</summary>
    public double Epsilon { get; } = epsilon;

    /// <summary>Every class as a ranking problem.</summary>
    public RankedScores<double> ByClass => _byClass ??= RankedScores<double>.Of(Truth, Scores, Averaging.Macro);

    /// <summary>All cells as one ranking problem.</summary>
    public RankedScores<double> Whole => _whole ??= RankedScores<double>.Of(Truth, Scores, Averaging.Micro);

    /// <summary>The label of each sample.</summary>
    /// <exception cref="UndefinedMetricException">A sample has not exactly one label.</exception>
    public int[] Labels => _labels ??= OneLabelEach(Truth);

    /// <summary>The arg-max class of each sample, the lowest index on ties.</summary>
    public int[] Best => _best ??= Predictions.ArgMax(Scores);

    private static int[] OneLabelEach(LabelRows truth)
    {
        var labels = new int[truth.Rows];
        for (int row = 0; row < labels.Length; row++)
        {
            ReadOnlySpan<int> own = truth.Row(row);
            labels[row] = own.Length == 1
                ? own[0]
                : throw new UndefinedMetricException(
                    "A single-label metric", $"sample {row} carries {own.Length} labels");
        }

        return labels;
    }
}
