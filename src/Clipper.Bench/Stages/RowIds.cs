using Clipper.Bench.Files;
using Clipper.Clip.Checkpoints;
using Clipper.Core.Errors;

namespace Clipper.Bench.Stages;

/// <summary>Ids of a tensor's rows: the metadata <c>ids</c>, a JSON array of strings, or row numbers from 0 without
/// it.</summary>
internal static class RowIds
{
    /// <summary>The metadata's key.</summary>
    public const string Key = "ids";

    /// <summary>The ids of <paramref name="rows"/> rows.</summary>
    /// <exception cref="DataFileException">Not such an array, another number of ids, or an id twice.</exception>
    public static IReadOnlyList<string> Read(SafetensorsFile file, int rows)
    {
        if (!file.Metadata.TryGetValue(Key, out string? json))
        {
            return Numbers(rows);
        }

        IReadOnlyList<string> ids = JsonStrings.Read(json)
            ?? throw new DataFileException(file.Path, "the metadata 'ids' is not a JSON array of strings.");
        if (ids.Count != rows)
        {
            throw new DataFileException(
                file.Path, $"the metadata 'ids' names {ids.Count} samples; the tensor has {rows} rows.");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        return ids.FirstOrDefault(id => !seen.Add(id)) is { } twice
            ? throw new DataFileException(file.Path, $"the metadata 'ids' names '{twice}' twice.")
            : ids;
    }

    /// <summary>0, 1, … as text.</summary>
    public static IReadOnlyList<string> Numbers(int rows) => new RowNumbers(rows);
}
