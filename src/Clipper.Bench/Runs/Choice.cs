using System.Text.Json.Serialization;
using Clipper.Bench.Methods;

namespace Clipper.Bench.Runs;

/// <summary>The condition and threshold that one metric was best at.</summary>
/// <param name="Metric">The metric: each chooses for itself (PROTOCOL 5.4).</param>
/// <param name="Source">What it was chosen on.</param>
/// <param name="Condition">The condition.</param>
/// <param name="Threshold">The threshold; null for ranking metrics and arg-max.</param>
/// <param name="Step">Step of a continual stream; null elsewhere.</param>
/// <param name="Mean">The metric's mean there, on what it was chosen on; null where it is defined in no episode, and
/// the first of all was taken.</param>
/// <param name="Scope">Of a stream, whether the step chooses alone or all together; of other cells nothing.</param>
internal sealed record Choice(
    string Metric,
    [property: JsonConverter(typeof(JsonStringEnumConverter<ChoiceSource>))] ChoiceSource Source,
    Condition Condition,
    double? Threshold,
    int? Step,
    double? Mean,
    [property: JsonConverter(typeof(JsonStringEnumConverter<ChoiceScope>))]
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    ChoiceScope Scope = ChoiceScope.Step);
