using System.Globalization;
using System.Text.Json;
using Clipper.Bench.Embeddings;
using Clipper.Bench.Runs.Planning;
using Clipper.Clip.Files;

namespace Clipper.Bench.Cli.Output;

/// <summary>What the cache commands print.</summary>
internal static class CacheTable
{
    private const int KeyShown = 12;

    /// <summary>Prints entries as a table, or as a JSON array.</summary>
    public static void Print(IReadOnlyList<CacheEntry> entries, bool asJson, Terminal terminal)
    {
        if (asJson)
        {
            JsonOutput.Print(terminal, json =>
            {
                json.WriteStartArray();
                foreach (CacheEntry entry in entries)
                {
                    Write(json, entry);
                }

                json.WriteEndArray();
            });
            return;
        }

        var table = new TextTable("key", "data set", "model", ">images", ">length", ">size", "last used", "state");
        foreach (CacheEntry entry in entries)
        {
            table.Row(
                entry.Key[..KeyShown],
                $"{entry.Part("dataset")} {entry.Part("variant")}".Trim(),
                entry.Model,
                entry.Rows.ToString(CultureInfo.InvariantCulture),
                entry.Dimension.ToString(CultureInfo.InvariantCulture),
                ByteSize.Text(entry.Bytes),
                entry.LastUsed.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                entry.Problem ?? "sound");
        }

        table.Print(terminal);
        terminal.Note($"{entries.Count} entries, {ByteSize.Text(entries.Sum(entry => entry.Bytes))}");
    }

    /// <summary>Prints what was removed, or would be.</summary>
    public static void Print(IReadOnlyList<CacheRemoval> decisions, bool isDryRun, Terminal terminal)
    {
        var table = new TextTable("entry", ">size", "decision", "why");
        foreach (CacheRemoval decision in decisions)
        {
            string removed = isDryRun ? "would be removed" : "removed";
            table.Row(
                decision.Name, ByteSize.Text(decision.Bytes), decision.IsRemoved ? removed : "kept", decision.Reason);
        }

        if (decisions.Count > 0)
        {
            table.Print(terminal);
        }

        CacheRemoval[] gone = [.. decisions.Where(decision => decision.IsRemoved)];
        string size = ByteSize.Text(gone.Sum(entry => entry.Bytes));
        terminal.Note($"{(isDryRun ? "to remove" : "removed")}: {gone.Length}, {size}");
    }

    /// <summary>Prints why a data set's embeddings are there or not.</summary>
    public static void Print(ExplainedEmbedding embedding, Terminal terminal)
    {
        CacheExplanation explanation = embedding.Explanation;
        string state = explanation.State switch
        {
            CacheState.Hit => "in the cache",
            CacheState.Miss => "not in the cache",
            CacheState.Damaged => "damaged; the next run computes it anew",
            _ => "being written",
        };
        terminal.Output.WriteLine($"{embedding.Dataset} with {embedding.Model}: {state}");
        terminal.Output.WriteLine($"  key: {explanation.Key.Hash}");
        if (explanation.Detail is { } detail)
        {
            terminal.Output.WriteLine($"  {detail}");
        }

        foreach (KeyDifference difference in explanation.Differences)
        {
            terminal.Output.WriteLine($"  {difference.Part}: wanted {difference.Wanted ?? "nothing"}");
            terminal.Output.WriteLine($"  {difference.Part}: nearest entry has {difference.Found ?? "nothing"}");
        }
    }

    private static void Write(Utf8JsonWriter json, CacheEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("key", entry.Key);
        json.WriteString("dataset", entry.Part("dataset"));
        json.WriteString("variant", entry.Part("variant"));
        json.WriteString("model", entry.Model);
        json.WriteNumber("rows", entry.Rows);
        json.WriteNumber("dimension", entry.Dimension);
        json.WriteNumber("skipped", entry.Skipped);
        json.WriteNumber("bytes", entry.Bytes);
        json.WriteString("last_used", entry.LastUsed.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("problem", entry.Problem);
        json.WriteEndObject();
    }
}
