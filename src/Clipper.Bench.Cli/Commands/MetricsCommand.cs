using System.Globalization;
using Clipper.Bench.Cli.Output;
using Clipper.Bench.Stages;

namespace Clipper.Bench.Cli.Commands;

/// <summary><c>clipper metrics</c>: truth and scores to metrics.</summary>
internal static class MetricsCommand
{
    public static CliCommand Create()
    {
        var truth = SharedOptions.Required(
            "--truth", "FILE[:TENSOR]", "CSV 'id,labels', or safetensors with y_onehot [n, classes].");
        var scores = SharedOptions.Required(
            "--scores", "FILE[:TENSOR]", "CSV of 'clipper predict', or safetensors with scores [n, classes].");
        var threshold = SharedOptions.Threshold(
            "A class is predicted where score >= T [default: arg-max if every sample has one label, else 0.5].");
        var json = SharedOptions.Json();
        return new CliCommand(
            "metrics",
            "Compare scores with the truth: every metric that applies.",
            "clipper metrics --truth query.csv --scores scores.csv --threshold 0.6",
            "clipper metrics --truth y.safetensors:y_onehot --scores y.safetensors:f32/scores --json")
        {
            Options = { truth, scores, threshold, json },
            Execute = (parse, session) =>
            {
                ScoreTable<double> table = ScoresFile.Read(parse.GetRequiredValue(scores));
                var stage = new MetricsStage(
                    TruthFile.Read(parse.GetRequiredValue(truth), table), table, parse.GetValue(threshold));
                Print(stage, parse.GetValue(json), session.Terminal);
                return ExitCodes.Done;
            },
        };
    }

    private static void Print(MetricsStage stage, bool asJson, Terminal terminal)
    {
        IReadOnlyList<MetricValue> values = stage.Compute();
        if (asJson)
        {
            PrintJson(stage, values, terminal);
            return;
        }

        terminal.Note($"{stage.Truth.Rows} samples, {stage.Truth.Classes} classes, predicted: {stage.Decision}");
        var table = new TextTable("metric", ">value");
        foreach (MetricValue value in values)
        {
            string text = value.Value.ToString("R", CultureInfo.InvariantCulture);
            table.Row(value.Metric.Name, value.Reason is null ? text : "undefined");
        }

        table.Print(terminal);
        foreach (MetricValue value in values.Where(value => value.Reason is not null))
        {
            terminal.Note($"{value.Metric.Name}: {value.Reason}");
        }
    }

    private static void PrintJson(MetricsStage stage, IReadOnlyList<MetricValue> values, Terminal terminal) =>
        JsonOutput.Print(terminal, json =>
        {
            json.WriteStartObject();
            json.WriteNumber("samples", stage.Truth.Rows);
            json.WriteNumber("classes", stage.Truth.Classes);
            json.WriteString("decision", stage.Decision);
            json.WriteStartObject("metrics");
            foreach (MetricValue value in values)
            {
                json.WriteFinite(value.Metric.Name, value.Value);
            }

            json.WriteEndObject();
            json.WriteStartObject("undefined");
            foreach (MetricValue value in values.Where(value => value.Reason is not null))
            {
                json.WriteString(value.Metric.Name, value.Reason);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        });
}
