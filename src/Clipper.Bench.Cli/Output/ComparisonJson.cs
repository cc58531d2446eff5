using System.Text.Json;
using Clipper.Bench.Reports.Comparisons;

namespace Clipper.Bench.Cli.Output;

/// <summary>Two runs side by side, as JSON.</summary>
internal static class ComparisonJson
{
    /// <summary>Prints one object.</summary>
    /// <param name="comparison">The two runs.</param>
    /// <param name="regressions">Why the second does not pass; empty where it does.</param>
    /// <param name="terminal">Where to.</param>
    public static void Print(RunComparison comparison, IReadOnlyList<string> regressions, Terminal terminal) =>
        JsonOutput.Print(terminal, json =>
        {
            json.WriteStartObject();
            json.WriteBoolean("regression", regressions.Count > 0);
            json.WriteStrings("reasons", regressions);
            json.WriteStartArray("differences");
            foreach (RunDifference difference in comparison.Differences)
            {
                Write(json, difference);
            }

            json.WriteEndArray();
            json.WriteStartArray("moved");
            foreach (MovedNumber moved in comparison.Moved)
            {
                Write(json, moved);
            }

            json.WriteEndArray();
            json.WriteStrings("only_in_a", comparison.Missing);
            json.WriteStrings("only_in_b", comparison.Added);
            json.WriteStrings("notes", comparison.Notes);
            json.WriteEndObject();
        });

    private static void Write(Utf8JsonWriter json, RunDifference difference)
    {
        json.WriteStartObject();
        Write(json, difference.Group);
        json.WriteString("method", difference.Method);
        json.WriteFinite("mean_a", difference.MeanA);
        json.WriteFinite("mean_b", difference.MeanB);
        json.WriteFinite("difference", difference.Test.Difference);
        json.WriteFinite("ci95", difference.Test.Ci95);
        json.WriteFinite("effect_size", difference.Test.EffectSize);
        json.WriteFinite("p", difference.Test.P);
        json.WriteFinite("p_holm", difference.HolmP);
        json.WriteNumber("n", difference.Test.N);
        json.WriteBoolean("paired", difference.Unpaired.Length == 0);
        json.WriteString("unpaired_because", difference.Unpaired);
        json.WriteString("verdict", RunComparisonTable.Verdict(difference));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, MovedNumber moved)
    {
        json.WriteStartObject();
        Write(json, ComparisonGroup.Of(moved.Record));
        json.WriteString("method", moved.Record.Method);
        json.WriteString("augment", moved.Record.Augment);
        json.WriteFinite("copies", moved.Record.Copies);
        json.WriteFinite("epochs", moved.Record.Epochs);
        json.WriteFinite("threshold", moved.Record.Threshold);
        json.WriteFinite("mean_a", moved.Record.Mean);
        json.WriteFinite("mean_b", moved.MeanB);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ComparisonGroup group)
    {
        json.WriteString("dataset", group.Dataset);
        json.WriteString("variant", group.Variant);
        json.WriteString("model", group.Model);
        json.WriteString("setting", group.Setting);
        json.WriteFinite("step", group.Step);
        json.WriteString("metric", group.Metric);
    }
}
