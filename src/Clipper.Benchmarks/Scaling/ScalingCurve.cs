namespace Clipper.Benchmarks.Scaling;

/// <summary>How a subject grows.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Points">Its sizes, ascending.</param>
internal sealed record ScalingCurve(ScalingSubject Subject, IReadOnlyList<ScalingPoint> Points)
{
    /// <summary>Time that grows by more than this power of the size is super-linear; below it, caches that the larger
    /// size no longer fits explain it.</summary>
    public const double MostExponent = 1.15;

    /// <summary>The e in time ≈ a · size^e from the point before to this one; null for the first.</summary>
    public double? ExponentAt(int index) => index == 0
        ? null
        : Slope(Points[index - 1].Run.Seconds, Points[index].Run.Seconds, index - 1, index);

    /// <summary>The e from the last size but one to the last: what small sizes cost of their own does not hide
    /// it.</summary>
    public double? LastExponent => ExponentAt(Points.Count - 1);

    /// <summary>The e of the last two steps: e in time ≈ a + b · size^e, so that a fixed cost a hides nothing; null
    /// where there are fewer than three sizes, the last three are not the same ratio apart, or time fell.</summary>
    public double? IncrementExponent
    {
        get
        {
            if (Points.Count < 3)
            {
                return null;
            }

            var (a, b, c) = (Points[^3], Points[^2], Points[^1]);
            double first = b.Run.Seconds - a.Run.Seconds;
            double second = c.Run.Seconds - b.Run.Seconds;
            bool isEven = (long)a.Size * c.Size == (long)b.Size * b.Size;
            return isEven && first > 0 && second > 0 ? Slope(first, second, Points.Count - 2, Points.Count - 1) : null;
        }
    }

    /// <summary>Whether the last step grows faster than the size.</summary>
    public bool IsSuperLinear => LastExponent > MostExponent || IncrementExponent > MostExponent;

    private double Slope(double before, double after, int left, int right) =>
        Math.Log(after / before) / Math.Log((double)Points[right].Size / Points[left].Size);
}
