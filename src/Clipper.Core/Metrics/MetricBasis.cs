namespace Clipper.Core.Metrics;

/// <summary>What a metric is computed on.</summary>
public enum MetricBasis
{
    /// <summary>The scores alone; no threshold.</summary>
    Ranking,

    /// <summary>Binary predictions: score ≥ threshold, or arg-max.</summary>
    Decision,

    /// <summary>How well every task of a continual stream is done after every step.</summary>
    Stream,
}
