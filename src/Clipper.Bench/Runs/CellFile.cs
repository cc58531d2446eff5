using System.Text.Json.Serialization;
using Clipper.Bench.Files;
using Clipper.Core.Errors;

namespace Clipper.Bench.Runs;

/// <summary>Writes and reads <c>cells/ID.json</c>: the facts of a cell and its values, sealed, so that a changed or
/// damaged file is never taken for a result.</summary>
internal static class CellFile
{
    /// <summary>Writes the file atomically; the same cell gives the same bytes.</summary>
    public static void Write(string path, Cell cell, CellResult result) => SealedJson.Write(path, new Document(
        cell.Id,
        cell.Facts.Hash,
        new OrderedDictionary<string, string>(cell.Facts.Values),
        result.DrawsHash,
        result.ValidationHash,
        result.Choices,
        result.ByEpochs,
        result.Series,
        result.Progress,
        result.Mistakes));

    /// <summary>Reads the facts that a file was computed from, and its values.</summary>
    /// <exception cref="DataFileException">The file is damaged, or not the result of a cell.</exception>
    public static (CellFacts Facts, CellResult Result) Read(string path)
    {
        var document = SealedJson.Read<Document>(path);
        var result = new CellResult(document.Draws, document.Validation, document.Choices, document.Series)
        {
            ByEpochs = document.ByEpochs,
            Progress = document.Progress,
            Mistakes = document.Mistakes,
        };
        return (new CellFacts([.. document.Facts]), result);
    }

    private sealed record Document(
        string Cell, string Hash, OrderedDictionary<string, string> Facts, string Draws, string? Validation,
        IReadOnlyList<Choice> Choices, IReadOnlyList<Choice> ByEpochs, IReadOnlyList<MetricSeries> Series,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] StreamProgress? Progress = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] CellMistakes? Mistakes = null);
}
