namespace Clipper.Core.Continual;

/// <summary>How well each task of a continual stream is done after each step: R[k, j] for task j after task k was
/// learnt, both from 0; any score of which more is better. From it the usual figures of continual learning, with T
/// tasks (Lopez-Paz and Ranzato 2017, arXiv 1706.08840; Chaudhry et al. 2018, arXiv 1801.10112).</summary>
public sealed class TransferMatrix
{
    private readonly double[,] _values;
    private readonly double[] _blind;

    /// <summary>Of a whole stream.</summary>
    /// <param name="values">R [T, T]. Of the tasks that are not learnt yet only the next one is read,
    /// R[k, k + 1].</param>
    /// <param name="blind">What each task scores for a learner that knows nothing of it [T].</param>
    /// <exception cref="ArgumentException">The matrix is not square, empty, or of other tasks than the
    /// vector.</exception>
    public TransferMatrix(double[,] values, double[] blind)
    {
        if (values.GetLength(0) != values.GetLength(1) || values.GetLength(0) != blind.Length || blind.Length == 0)
        {
            throw new ArgumentException(
                $"A stream of T tasks needs R of shape [T, T] and T blind scores, got [{values.GetLength(0)}, " +
                $"{values.GetLength(1)}] and {blind.Length}.");
        }

        _values = values;
        _blind = blind;
    }

    /// <summary>T.</summary>
    public int Tasks => _blind.Length;

    /// <summary>R[step, task].</summary>
    public double this[int step, int task] => _values[step, task];

    /// <summary>Mean over all tasks after the last step: (1/T) Σⱼ R[T−1, j].</summary>
    public double FinalAverage => AverageAfter(Tasks - 1);

    /// <summary>Mean over the steps of the mean over the tasks learnt: (1/T) Σₖ (1/(k+1)) Σ_{j≤k} R[k, j].</summary>
    public double IncrementalAverage => Mean(Tasks, AverageAfter);

    /// <summary>What learning did to the tasks before: (1/(T−1)) Σ_{j&lt;T−1} R[T−1, j] − R[j, j]. NaN for one
    /// task.</summary>
    public double BackwardTransfer => Mean(Tasks - 1, task => _values[Tasks - 1, task] - _values[task, task]);

    /// <summary>(1/(T−1)) Σ_{j&lt;T−1} of <see cref="ForgettingOf"/>. NaN for one task.</summary>
    public double Forgetting => Mean(Tasks - 1, ForgettingOf);

    /// <summary>What was known of the tasks before they were learnt: (1/(T−1)) Σ_{j≥1} R[j−1, j] − blind[j]. NaN for
    /// one task.</summary>
    public double ForwardTransfer => Mean(Tasks - 1, task => _values[task, task + 1] - _blind[task + 1]);

    /// <summary>What was lost of a task: the best of R[k, j] for j ≤ k &lt; T−1, less R[T−1, j]; negative where it is
    /// done better at the end than ever before. NaN for the last task.</summary>
    public double ForgettingOf(int task)
    {
        double best = double.NaN;
        for (int step = task; step < Tasks - 1; step++)
        {
            best = step == task ? _values[step, task] : Math.Max(best, _values[step, task]);
        }

        return best - _values[Tasks - 1, task];
    }

    private double AverageAfter(int step) => Mean(step + 1, task => _values[step, task]);

    private static double Mean(int count, Func<int, double> value)
    {
        double sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += value(i);
        }

        return sum / count;
    }
}
