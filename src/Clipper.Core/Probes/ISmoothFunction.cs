namespace Clipper.Core.Probes;

/// <summary>A convex function that <see cref="Lbfgs"/> minimises.</summary>
internal interface ISmoothFunction
{
    /// <summary>How far rounding may put a value off, relative to it.</summary>
    double Noise { get; }

    /// <summary>Its value at <paramref name="point"/>; writes its gradient there.</summary>
    double Evaluate(ReadOnlySpan<double> point, Span<double> gradient);

    /// <summary>Multiplies <paramref name="direction"/> with a symmetric positive definite guess at the inverse
    /// Hessian.</summary>
    void Precondition(Span<double> direction);

    /// <summary>Whether a point with this gradient is as good as the minimum.</summary>
    bool IsMinimum(ReadOnlySpan<double> point, ReadOnlySpan<double> gradient);
}
