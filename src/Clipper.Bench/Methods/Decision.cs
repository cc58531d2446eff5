using Clipper.Bench.Configuration;
using Clipper.Core.Metrics;

namespace Clipper.Bench.Methods;

/// <summary>How scores become predictions.</summary>
internal sealed class Decision
{
    private readonly float[] _singles;

    private Decision(IReadOnlyList<double> thresholds)
    {
        Thresholds = thresholds;
        _singles = [.. thresholds.Select(threshold => (float)threshold)];
    }

    /// <summary>The best class alone is predicted, the lowest column on ties.</summary>
    public static Decision ArgMax { get; } = new([]);

    /// <summary>The thresholds, ascending; none for arg-max.</summary>
    public IReadOnlyList<double> Thresholds { get; }

    /// <summary>Whether the best class alone is predicted.</summary>
    public bool IsArgMax => Thresholds.Count == 0;

    /// <summary>The thresholds as they are compared: in float32, as the reference compares.</summary>
    public ReadOnlySpan<float> Singles => _singles;

    /// <summary>The thresholds of a sigmoid head that names none: 0.30, 0.31 … 0.74, or the reference's 0.44, 0.45 …
    /// 0.71 (PROTOCOL 5.3, Q18).</summary>
    public static IReadOnlyList<double> ThresholdsUnder(ProtocolQuirks quirks) =>
        quirks.Follows(QuirkCatalog.Thresholds)
            ? ThresholdGrid.Of(0.44m, 0.71m, 0.01m).Values
            : ThresholdGrid.Paper.Values;

    /// <summary>Every class whose score is at least the threshold is predicted, for each threshold alone.</summary>
    /// <exception cref="ArgumentException">There is none, or they do not ascend.</exception>
    public static Decision At(IReadOnlyList<double> thresholds)
    {
        bool ascend = thresholds.Zip(thresholds.Skip(1)).All(pair => pair.First < pair.Second);
        return thresholds.Count > 0 && ascend
            ? new Decision(thresholds)
            : throw new ArgumentException("Thresholds must be at least one, and ascend.", nameof(thresholds));
    }
}
