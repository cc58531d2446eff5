namespace Clipper.Benchmarks.Scaling;

/// <summary>How a subject grows.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Points">Its sizes, ascending.</param>
internal sealed record ScalingCurve(ScalingSubject Subject, IReadOnlyList<ScalingPoint> Points)
{
    /// <summary>A quicker one is mostly the program's start: compiling, opening.</summary>
    private const double LeastSeconds = 0.05;

    /// <summary>The e in time ≈ a · size^e: least squares on logarithms of the sizes that take long enough to tell;
    /// null where fewer than two do.</summary>
    public double? Exponent
    {
        get
        {
            (double X, double Y)[] points =
            [
                .. Points.Where(point => point.Run.Seconds >= LeastSeconds)
                    .Select(point => (Math.Log(point.Size), Math.Log(point.Run.Seconds))),
            ];
            if (points.Length < 2)
            {
                return null;
            }

            double meanX = points.Average(point => point.X);
            double meanY = points.Average(point => point.Y);
            return points.Sum(point => (point.X - meanX) * (point.Y - meanY))
                / points.Sum(point => (point.X - meanX) * (point.X - meanX));
        }
    }
}
