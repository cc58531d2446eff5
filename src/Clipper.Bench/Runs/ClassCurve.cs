using System.Text.Json.Serialization;

namespace Clipper.Bench.Runs;

/// <summary>How well a class is told after every step of the streams that it is in.</summary>
/// <param name="Name">The class.</param>
/// <param name="Means">Mean over the streams that have learnt it by then, [step]; NaN where none has.</param>
/// <param name="Counts">How many have, [step].</param>
/// <param name="Forgetting">What was lost of it since it was told best, mean over the streams that have learnt it
/// before their last step; null where none has.</param>
internal sealed record ClassCurve(
    string Name,
    [property: JsonConverter(typeof(OneLineNumbers))] double[] Means,
    [property: JsonConverter(typeof(OneLineNumbers))] double[] Counts,
    double? Forgetting);
