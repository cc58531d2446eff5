using Clipper.Bench.Runs;

namespace Clipper.Bench.Reports.Comparisons;

/// <summary>A method's values in a group.</summary>
/// <param name="Value">What is reported.</param>
/// <param name="Draws">SHA-256 of the draws file.</param>
/// <param name="Episodes">One value an episode; NaN where the metric is undefined.</param>
internal sealed record MethodValues(ReportedValue Value, string Draws, double[] Episodes)
{
    /// <summary>What the method is, whatever it is called in which run; see <see cref="CellFacts"/>.</summary>
    public string Contender { get; init; } = Value.Record.Method;

    /// <summary>Whether the method looks at no image: a constant guess or a random one.</summary>
    public bool IsFloor { get; init; }

    /// <summary>Steps of the streams that it learnt; null where it learnt none.</summary>
    public int? Steps { get; init; }

    /// <summary>Whether the episodes are those of another method, one by one.</summary>
    public bool HasDrawsOf(MethodValues other) => Draws == other.Draws && Episodes.Length == other.Episodes.Length;
}
