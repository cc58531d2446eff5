using System.Globalization;
using Clipper.Bench.Datasets.Verification;

namespace Clipper.Bench.Cli.Output;

/// <summary>What <c>datasets verify</c> prints.</summary>
internal static class VerificationText
{
    /// <summary>Prints a report as a table with problems and warnings, or as a JSON object.</summary>
    public static void Print(VerificationReport report, bool asJson, Terminal terminal)
    {
        if (asJson)
        {
            PrintJson(report, terminal);
            return;
        }

        var table = new TextTable("part", ">classes", ">images", ">decoded", ">before", ">duplicates");
        foreach (VerifiedPart part in report.Parts)
        {
            table.Row(
                part.Part, Text(part.Classes), Text(part.Images), Text(part.Decoded), Text(part.Remembered),
                Text(part.Duplicates));
        }

        table.Print(terminal);
        foreach (string file in report.Files)
        {
            terminal.Output.WriteLine($"{file}: size and SHA-256 are the official ones");
        }

        foreach (string warning in report.Warnings)
        {
            terminal.Output.WriteLine($"warning: {warning}");
        }

        foreach (string problem in report.Problems)
        {
            terminal.Output.WriteLine($"problem: {problem}");
        }

        terminal.Output.WriteLine(report.Problems.Count == 0
            ? $"{report.Name} is sound" : $"{report.Name}: {Text(report.Problems.Count)} problems");
    }

    private static void PrintJson(VerificationReport report, Terminal terminal) => JsonOutput.Print(terminal, json =>
    {
        json.WriteStartObject();
        json.WriteString("name", report.Name);
        json.WriteBoolean("is_sound", report.Problems.Count == 0);
        json.WriteStartArray("parts");
        foreach (VerifiedPart part in report.Parts)
        {
            json.WriteStartObject();
            json.WriteString("part", part.Part);
            json.WriteNumber("classes", part.Classes);
            json.WriteNumber("images", part.Images);
            json.WriteNumber("decoded", part.Decoded);
            json.WriteNumber("decoded_before", part.Remembered);
            json.WriteNumber("duplicates", part.Duplicates);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStrings("official_files", report.Files);
        json.WriteStrings("warnings", report.Warnings);
        json.WriteStrings("problems", report.Problems);
        json.WriteEndObject();
    });

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
