namespace Clipper.Core.Metrics;

/// <summary>A metric's name and what it needs (PROTOCOL section 6).</summary>
/// <param name="Name">Name in configuration and records, e.g. <c>o_f1</c>.</param>
/// <param name="Basis">Ranking metrics read the scores alone; decision metrics read binary predictions (a threshold,
/// or arg-max for wi).</param>
/// <param name="HigherIsBetter">False for hamming, the calibration errors and log loss.</param>
/// <param name="SingleLabelOnly">Defined only where every row has exactly one label.</param>
/// <param name="Description">One line for help and tables: the definition and its sklearn function.</param>
public sealed record Metric(
    string Name, MetricBasis Basis, bool HigherIsBetter, bool SingleLabelOnly, string Description);
