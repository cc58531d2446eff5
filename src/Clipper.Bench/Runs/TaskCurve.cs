using System.Text.Json.Serialization;

namespace Clipper.Bench.Runs;

/// <summary>How well the classes of a task are told after every step from that at which they were learnt.</summary>
/// <param name="Task">Its number, from 1; it is learnt at the step of that number.</param>
/// <param name="Means">Mean over the streams, [step]; NaN before it is learnt.</param>
/// <param name="Ci95">Half width of the 95 % t-interval, [step]; NaN where there is none.</param>
internal sealed record TaskCurve(
    int Task,
    [property: JsonConverter(typeof(OneLineNumbers))] double[] Means,
    [property: JsonConverter(typeof(OneLineNumbers))] double[] Ci95);
