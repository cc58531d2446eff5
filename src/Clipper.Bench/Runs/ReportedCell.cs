using System.Text.Json;
using Clipper.Core.Errors;

namespace Clipper.Bench.Runs;

/// <summary>Reads the cells that a report is made of. A run computes a cell anew that it cannot use; a report can only
/// refuse it, and says how to mend it.</summary>
internal static class ReportedCell
{
    private const string SchemaKey = "schema";

    // The schema is the first of the facts, which stand before all values.
    private const int HeadBytes = 4096;

    /// <summary>The facts of a cell and its result.</summary>
    /// <exception cref="DataFileException">Its file is missing, damaged, or of another schema.</exception>
    public static (CellFacts Facts, CellResult Result) Read(ResultsFolder folder, string cell)
    {
        (CellFacts facts, CellResult result) = ReadWhole(folder, cell);
        RequireSchema(folder, cell, facts.ValueOf(SchemaKey));
        return (facts, result);
    }

    /// <summary>Refuses a cell that other code computed, whose values are not comparable with those of today's. Of a
    /// whole file the first few thousand bytes are read.</summary>
    /// <exception cref="DataFileException">Its file is missing or of another schema.</exception>
    public static void RequireSchema(ResultsFolder folder, string cell)
    {
        string path = folder.Result(cell);
        if (!File.Exists(path))
        {
            throw new DataFileException(path, $"is not there, and reported.csv has values of it. {folder.HowToMend}");
        }

        RequireSchema(folder, cell, SchemaInHead(path) ?? ReadWhole(folder, cell).Facts.ValueOf(SchemaKey));
    }

    private static void RequireSchema(ResultsFolder folder, string cell, string? schema)
    {
        if (schema != CellFacts.Schema)
        {
            throw new DataFileException(
                folder.Result(cell),
                $"was computed by another version, whose values are not comparable: schema {schema ?? "(none)"}, "
                + $"expected {CellFacts.Schema}. {folder.HowToRunAfresh}");
        }
    }

    private static (CellFacts Facts, CellResult Result) ReadWhole(ResultsFolder folder, string cell)
    {
        try
        {
            return CellFile.Read(folder.Result(cell));
        }
        catch (DataFileException e)
        {
            throw new DataFileException(e.Path, $"{e.Problem} {folder.HowToMend}", e);
        }
    }

    // Null where it is not found, and whatever is wrong is seen when the whole file is read.
    private static string? SchemaInHead(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            byte[] head = new byte[HeadBytes];
            int length = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            var reader = new Utf8JsonReader(head.AsSpan(0, length), isFinalBlock: false, default);
            while (reader.Read())
            {
                if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 2 }
                    && reader.ValueTextEquals(SchemaKey))
                {
                    return reader.Read() && reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                }
            }

            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}
