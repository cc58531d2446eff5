using System.Text.Json;
using Clipper.Bench.Speed;

namespace Clipper.Bench.Cli.Output;

/// <summary>What <c>bench --json</c> prints.</summary>
internal static class SpeedJson
{
    /// <summary>Prints the machine and its figures.</summary>
    public static void Print(SpeedReport now, IReadOnlyList<SpeedComparison> comparisons, Terminal terminal) =>
        JsonOutput.Print(terminal, json =>
        {
            json.WriteStartObject();
            json.WriteString("machine", now.Machine);
            json.WriteString("version", now.Version);
            json.WriteStartArray("figures");
            foreach (SpeedComparison comparison in comparisons)
            {
                Write(json, comparison);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });

    /// <summary>A verdict as it is printed.</summary>
    public static string NameOf(SpeedVerdict verdict) => verdict switch
    {
        SpeedVerdict.Slower => "slower",
        SpeedVerdict.Faster => "faster",
        SpeedVerdict.Same => "same",
        SpeedVerdict.NotComparable => "not comparable",
        _ => "not stored",
    };

    private static void Write(Utf8JsonWriter json, SpeedComparison comparison)
    {
        json.WriteStartObject();
        json.WriteString("name", comparison.Now.Name);
        json.WriteString("unit", comparison.Now.Unit);
        json.WriteFinite("rate", comparison.Now.Rate);
        json.WriteFinite("relative", comparison.Now.Relative);
        json.WriteFinite("stored_rate", comparison.Stored?.Rate);
        json.WriteFinite("ratio", comparison.Ratio);
        json.WriteString("verdict", NameOf(comparison.Verdict));
        json.WriteEndObject();
    }
}
