namespace Clipper.Core.Training;

/// <summary>The losses of training, one element or row at a time, in double. A target is 1 where the sample carries
/// the class, else 0.</summary>
public static class CrossEntropy
{
    /// <summary>Keras's clipping of probabilities, <c>backend.epsilon()</c>.</summary>
    public const double Epsilon = 1e-7;

    /// <summary>−y·ln σ(z) − (1−y)·ln(1 − σ(z)) = max(z, 0) − z·y + ln(1 + e^−|z|), which never overflows: what Keras
    /// computes where it recognises the sigmoid below the loss, as it does in the reference.</summary>
    public static double Binary(double logit, double target) =>
        Math.Max(logit, 0) - (logit * target) + LogOnePlus(Math.Exp(-Math.Abs(logit)));

    /// <summary>The same of a probability, clipped to [1e-7, 1 − 1e-7]: what Keras computes where it is given
    /// probabilities and nothing else. A cosine never reaches the clip.</summary>
    public static double BinaryClipped(double probability, double target)
    {
        double clipped = Math.Clamp(probability, Epsilon, 1 - Epsilon);
        return -(target * Math.Log(clipped)) - ((1 - target) * Math.Log(1 - clipped));
    }

    /// <summary>−Σ over the targets of ln softmax(z)_c.</summary>
    /// <param name="logits">The row, not empty.</param>
    /// <param name="targets">Indices of the classes that the sample carries.</param>
    public static double Categorical(ReadOnlySpan<double> logits, ReadOnlySpan<int> targets)
    {
        double greatest = double.NegativeInfinity;
        foreach (double logit in logits)
        {
            greatest = Math.Max(greatest, logit);
        }

        double sum = 0;
        foreach (double logit in logits)
        {
            sum += Math.Exp(logit - greatest);
        }

        double loss = 0;
        foreach (int target in targets)
        {
            loss += greatest + Math.Log(sum) - logits[target];
        }

        return loss;
    }

    /// <summary>ln(1 + x) for x in [0, 1] without losing the digits of a small x (Kahan): the rounding of 1 + x is
    /// divided out again.</summary>
    private static double LogOnePlus(double x)
    {
        double sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * x / (sum - 1);
    }
}
