using System.Text.Json;
using Clipper.Bench.Configuration;
using Clipper.Bench.Reports;
using Clipper.Bench.Runs;

namespace Clipper.Bench.Cli.Output;

/// <summary>How a run ended, as JSON.</summary>
internal static class RunJson
{
    /// <summary>Prints one object.</summary>
    public static void Print(Experiment experiment, RunOutcome outcome, SummaryTable summary, Terminal terminal) =>
        JsonOutput.Print(terminal, json =>
        {
            json.WriteStartObject();
            json.WriteString("name", experiment.Name);
            json.WriteString("folder", outcome.Folder);
            json.WriteNumber("computed", outcome.Computed);
            json.WriteNumber("reused", outcome.Reused);
            json.WriteNumber("failed", outcome.Failed);
            json.WriteStartArray("summary");
            foreach (SummaryRow row in summary.Rows)
            {
                WriteRow(json, row);
            }

            json.WriteEndArray();
            json.WriteStartArray("notes");
            foreach (string note in summary.Notes)
            {
                json.WriteStringValue(note);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });

    private static void WriteRow(Utf8JsonWriter json, SummaryRow row)
    {
        json.WriteStartObject();
        json.WriteString("dataset", row.Dataset);
        json.WriteString("variant", row.Variant);
        json.WriteString("model", row.Model);
        json.WriteString("setting", row.Setting);
        json.WriteString("method", row.Method);
        json.WriteNumber("n", row.Episodes);
        WriteValue(json, "accuracy", row.Accuracy);
        WriteValue(json, "map", row.Map);
        WriteValue(json, "o_f1", row.MicroF1);
        WriteChoice(json, "", row.MicroF1);
        json.WriteString("chosen_on", ChoiceSourceText.Of(row.MicroF1?.ChosenOn ?? ChoiceSource.Nothing));
        WriteValue(json, "oracle_o_f1", row.OracleMicroF1);
        WriteChoice(json, "oracle_", row.OracleMicroF1);
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, string name, SummaryValue? value)
    {
        json.WriteFinite(name, value?.Mean);
        json.WriteFinite($"{name}_ci95", value?.Ci95);
    }

    private static void WriteChoice(Utf8JsonWriter json, string prefix, SummaryValue? value)
    {
        json.WriteFinite($"{prefix}threshold", value?.Threshold);
        json.WriteFinite($"{prefix}epochs", value?.Epochs);
    }
}
