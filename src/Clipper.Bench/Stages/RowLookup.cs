using System.Globalization;
using Clipper.Core.Errors;

namespace Clipper.Bench.Stages;

/// <summary>Finds the embedding of every line of a labels file.</summary>
internal sealed class RowLookup
{
    private readonly int[] _rows;

    private RowLookup(int[] rows) => _rows = rows;

    /// <summary>The embedding's row of line <paramref name="index"/>.</summary>
    public int Of(int index) => _rows[index];

    /// <summary>Line i belongs to row i.</summary>
    /// <exception cref="DataFileException">Not as many lines as rows.</exception>
    public static RowLookup ByPosition(EmbeddingsFile embeddings, LabelsFile labels) =>
        labels.Rows.Count == embeddings.Ids.Count
            ? new RowLookup([.. Enumerable.Range(0, labels.Rows.Count)])
            : throw new DataFileException(
                labels.Path, $"has {labels.Rows.Count} lines of labels; by position '{embeddings.Path}' with "
                    + $"{embeddings.Ids.Count} rows needs as many.");

    /// <summary>Lines are found by id, or by row number in a file with the column <c>row</c>.</summary>
    /// <exception cref="DataFileException">A line names an id or row that the embeddings lack.</exception>
    public static RowLookup ById(EmbeddingsFile embeddings, LabelsFile labels)
    {
        if (labels.IsByRow)
        {
            return new RowLookup([.. labels.Rows.Select(row => RowNumber(row, embeddings, labels))]);
        }

        var rows = embeddings.Ids.Index().ToDictionary(id => id.Item, id => id.Index, StringComparer.Ordinal);
        return new RowLookup([.. labels.Rows.Select(row => rows.TryGetValue(row.Id, out int at)
            ? at
            : throw new DataFileException(
                labels.Path, $"line {row.Line}: '{row.Id}' is not in '{embeddings.Path}', whose first id is "
                    + $"'{embeddings.Ids[0]}'.{Suggestion.Question(row.Id, embeddings.Ids)} "
                    + "--by-position matches lines with rows instead."))]);
    }

    private static int RowNumber(LabelsRow row, EmbeddingsFile embeddings, LabelsFile labels)
    {
        int number = int.Parse(row.Id, CultureInfo.InvariantCulture);
        return number < embeddings.Ids.Count
            ? number
            : throw new DataFileException(
                labels.Path, $"line {row.Line}: '{embeddings.Path}' has no row {number}; its {embeddings.Ids.Count} "
                    + "rows count from 0.");
    }
}
