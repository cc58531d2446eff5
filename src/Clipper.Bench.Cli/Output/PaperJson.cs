using System.Text.Json;
using Clipper.Bench.Reports.Paper;
using Clipper.Bench.Runs;

namespace Clipper.Bench.Cli.Output;

/// <summary>A run's numbers beside the paper's, as JSON.</summary>
internal static class PaperJson
{
    /// <summary>Prints one object: the numbers of each verdict, and the rows with unrounded numbers.</summary>
    public static void Print(IReadOnlyList<PaperRow> rows, Terminal terminal) => JsonOutput.Print(terminal, json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("verdicts");
        foreach (PaperVerdict verdict in Enum.GetValues<PaperVerdict>())
        {
            json.WriteNumber(PaperTable.NameOf(verdict), rows.Count(row => row.Verdict == verdict));
        }

        json.WriteEndObject();
        json.WriteStartArray("rows");
        foreach (PaperRow row in rows)
        {
            Write(json, row);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, PaperRow row)
    {
        (PublishedValue paper, RunRecord ours) = (row.Published, row.Record);
        json.WriteStartObject();
        json.WriteString("run", row.Run.Length > 0 ? row.Run : ours.Run);
        json.WriteString("model", ours.Model);
        json.WriteString("table", paper.Table);
        json.WriteString("dataset", paper.Dataset);
        json.WriteString("variant", ours.Variant);
        json.WriteString("method", ours.Method);
        json.WriteFinite("ways", paper.Ways);
        json.WriteFinite("shots", paper.Shots);
        json.WriteFinite("queries", ours.Queries);
        json.WriteString("metric", paper.Metric);
        json.WriteFinite("ours", row.Ours);
        json.WriteFinite("ci95", row.Ci95);
        json.WriteNumber("n", ours.N);
        json.WriteFinite("threshold", ours.Threshold);
        json.WriteFinite("epochs", ours.Epochs);
        json.WriteFinite("paper", paper.Value);
        json.WriteFinite("difference", row.Difference);
        json.WriteString("verdict", PaperTable.NameOf(row.Verdict));
        json.WriteStrings("remarks", row.Remarks);
        json.WriteString("status", paper.Status);
        json.WriteString("source", paper.Source);
        json.WriteEndObject();
    }
}
