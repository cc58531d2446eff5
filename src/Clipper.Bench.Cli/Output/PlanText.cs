using System.Globalization;
using System.Text.Json;
using Clipper.Bench.Runs.Planning;
using Clipper.Clip.Files;

namespace Clipper.Bench.Cli.Output;

/// <summary>What <c>clipper plan</c> prints.</summary>
internal static class PlanText
{
    private const string Done = "done";
    private const string ToDo = "to do";

    /// <summary>Prints a line a cell and what follows from them, or one JSON object.</summary>
    public static void Print(PlanReport plan, bool asJson, Terminal terminal)
    {
        if (asJson)
        {
            JsonOutput.Print(terminal, json => Write(json, plan));
            return;
        }

        var table = new TextTable("cell", "state", ">seconds");
        foreach (PlannedCell cell in plan.Cells)
        {
            table.Row(cell.Id, cell.IsDone ? Done : ToDo, Seconds(cell.Estimate));
        }

        table.Print(terminal);
        terminal.Output.WriteLine();
        var embeddings = new TextTable("embeddings", "model", "detour", ">images", "state", ">seconds");
        foreach (PlannedEmbedding each in plan.Embeddings)
        {
            embeddings.Row(
                each.Dataset, each.Model, each.Detour, each.Samples.ToString(CultureInfo.InvariantCulture),
                NameOf(each.State), Seconds(each.Estimate));
        }

        embeddings.Print(terminal);
        terminal.Output.WriteLine();
        PrintSums(plan, terminal);
    }

    private static void PrintSums(PlanReport plan, Terminal terminal)
    {
        int done = plan.Cells.Count(cell => cell.IsDone);
        terminal.Output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{plan.Cells.Count} cells for {plan.Folder}: {done} done, {plan.Cells.Count - done} to do"));
        if (done < plan.Cells.Count)
        {
            string unknown = plan.Unknown > 0
                ? string.Create(CultureInfo.InvariantCulture, $" and {plan.Unknown} pieces of work not measured yet")
                : "";
            string sources = plan.Sources.Count > 0 ? $"; rates from {string.Join(", ", plan.Sources)}" : "";
            terminal.Output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"about {plan.Seconds:0.0} s and {ByteSize.Text(plan.Bytes)}{unknown}, without tables and plots")
                + sources);
        }
    }

    private static string Seconds(PlanEstimate? estimate) =>
        estimate?.Seconds.ToString("0.00", CultureInfo.InvariantCulture) ?? "";

    private static string NameOf(EmbeddingState state) => state switch
    {
        EmbeddingState.Cached => "cached",
        EmbeddingState.NotNeeded => "not needed",
        _ => ToDo,
    };

    private static void Write(Utf8JsonWriter json, PlanReport plan)
    {
        json.WriteStartObject();
        json.WriteString("folder", plan.Folder);
        json.WriteStartArray("cells");
        foreach (PlannedCell cell in plan.Cells)
        {
            json.WriteStartObject();
            json.WriteString("id", cell.Id);
            json.WriteString("dataset", cell.Dataset);
            json.WriteString("model", cell.Model);
            json.WriteString("setting", cell.Setting);
            json.WriteString("method", cell.Method);
            json.WriteString("state", cell.IsDone ? Done : ToDo);
            Write(json, cell.Estimate);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("embeddings");
        foreach (PlannedEmbedding each in plan.Embeddings)
        {
            json.WriteStartObject();
            json.WriteString("dataset", each.Dataset);
            json.WriteString("model", each.Model);
            json.WriteString("detour", each.Detour);
            json.WriteNumber("images", each.Samples);
            json.WriteString("state", NameOf(each.State));
            Write(json, each.Estimate);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteFinite("seconds", plan.Seconds);
        json.WriteNumber("bytes", plan.Bytes);
        json.WriteNumber("unknown", plan.Unknown);
        json.WriteStrings("sources", plan.Sources);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PlanEstimate? estimate)
    {
        json.WriteFinite("seconds", estimate?.Seconds);
        json.WriteFinite("bytes", estimate?.Bytes);
        json.WriteString("source", estimate?.Source);
    }
}
