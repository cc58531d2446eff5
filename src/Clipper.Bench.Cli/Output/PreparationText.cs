using Clipper.Bench.Datasets.Preparation;

namespace Clipper.Bench.Cli.Output;

/// <summary>What <c>datasets prepare</c> prints.</summary>
internal static class PreparationText
{
    /// <summary>Prints a report as a table with advice, or as a JSON object.</summary>
    public static void Print(PreparationReport report, bool asJson, Terminal terminal)
    {
        if (asJson)
        {
            PrintJson(report, terminal);
            return;
        }

        if (report.Files.Count > 0)
        {
            var table = new TextTable("file", "state", "detail");
            foreach (PreparedFile file in report.Files)
            {
                table.Row(file.Name, WordOf(file.State), file.Detail);
            }

            table.Print(terminal);
        }

        terminal.Output.WriteLine(report.IsThere
            ? $"{report.Name} can be read from {report.Folder}"
            : $"{report.Name} is not there yet; its folder is {report.Folder}");
        if (report.Advice.Length > 0)
        {
            terminal.Output.WriteLine($"By hand: {report.Advice}");
        }
    }

    private static string WordOf(PreparationState state) => state switch
    {
        PreparationState.Present => "there",
        PreparationState.Linked => "linked",
        PreparationState.Unpacked => "unpacked",
        PreparationState.Fetched => "fetched",
        PreparationState.ByHand => "missing",
        _ => "not needed",
    };

    private static void PrintJson(PreparationReport report, Terminal terminal) => JsonOutput.Print(terminal, json =>
    {
        json.WriteStartObject();
        json.WriteString("name", report.Name);
        json.WriteString("folder", report.Folder);
        json.WriteBoolean("is_there", report.IsThere);
        json.WriteStartArray("files");
        foreach (PreparedFile file in report.Files)
        {
            json.WriteStartObject();
            json.WriteString("name", file.Name);
            json.WriteString("state", WordOf(file.State));
            json.WriteString("detail", file.Detail);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("by_hand", report.Advice);
        json.WriteEndObject();
    });
}
