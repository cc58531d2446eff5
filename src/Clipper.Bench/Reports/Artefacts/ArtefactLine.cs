namespace Clipper.Bench.Reports.Artefacts;

/// <summary>A row of an artefact, or a measure of which it has a column each.</summary>
/// <param name="Label">Its name, as the paper has it.</param>
/// <param name="Query">What its values are.</param>
/// <param name="X">Its place on a number line; null for a category.</param>
internal sealed record ArtefactLine(string Label, ArtefactQuery Query, double? X = null);
