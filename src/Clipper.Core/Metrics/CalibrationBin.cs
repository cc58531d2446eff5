namespace Clipper.Core.Metrics;

/// <summary>The predictions whose confidence falls into one bin.</summary>
/// <param name="Count">How many.</param>
/// <param name="Accuracy">Share of them that is right (top-1) or true (binary); NaN for an empty bin.</param>
/// <param name="Confidence">Their mean confidence; NaN for an empty bin.</param>
public readonly record struct CalibrationBin(long Count, double Accuracy, double Confidence);
