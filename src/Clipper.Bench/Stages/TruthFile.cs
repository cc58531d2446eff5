using Clipper.Clip.Checkpoints;
using Clipper.Core.Errors;
using Clipper.Core.Imprinting;

namespace Clipper.Bench.Stages;

/// <summary>Reads what is true of scored samples: a labels CSV, or a safetensors file with <c>y_onehot</c> [n, classes]
/// of 0 and 1, or a one-dimensional tensor of class indices.</summary>
public static class TruthFile
{
    private const string Tensor = "y_onehot";

    /// <summary>Labels of every row of <paramref name="scores"/>, as columns of its classes.</summary>
    /// <exception cref="DataFileException">Samples or classes of the two files differ.</exception>
    public static LabelRows Read(string source, ScoreTable<double> scores) =>
        source.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
            ? FromLabels(LabelsFile.Read(source), scores)
            : FromTensor(TensorSource.Parse(source), scores);

    private static LabelRows FromLabels(LabelsFile labels, ScoreTable<double> scores)
    {
        IReadOnlyList<string> ids = labels.IsByRow ? RowIds.Numbers(scores.Ids.Count) : scores.Ids;
        HashSet<string> scored = new(ids, StringComparer.Ordinal);
        if (labels.Rows.FirstOrDefault(row => !scored.Contains(row.Id)) is { } unscored)
        {
            throw new DataFileException(
                labels.Path, $"line {unscored.Line}: '{unscored.Id}' has no scores in '{scores.Path}'.");
        }

        IReadOnlyList<string> classes = scores.Classes ?? RowIds.Numbers(scores.Scores.Columns);
        var columns = classes.Index().ToDictionary(c => c.Item, c => c.Index, StringComparer.Ordinal);
        return LabelRows.Of([.. ids.Select(id => Columns(labels, id, columns, scores.Path))], classes.Count);
    }

    private static int[] Columns(LabelsFile labels, string id, Dictionary<string, int> columns, string scoresPath)
    {
        LabelsRow row = labels.Find(id) ?? throw new DataFileException(
            labels.Path, $"has no line for '{id}', which has scores in '{scoresPath}'.");
        return [.. row.Labels.Select(label => columns.TryGetValue(label, out int column)
            ? column
            : throw new DataFileException(
                labels.Path, $"line {row.Line}: '{label}' is not a class of '{scoresPath}'."
                    + Suggestion.Question(label, columns.Keys.Order(StringComparer.Ordinal))))];
    }

    private static LabelRows FromTensor(TensorSource source, ScoreTable<double> scores)
    {
        using SafetensorsFile file = SafetensorsFile.Open(source.Path);
        int samples = scores.Scores.Rows;
        int classes = scores.Scores.Columns;
        string expected = $"0s and 1s of shape [{samples}, {classes}] or class indices of shape [{samples}]";
        bool Fits(TensorEntry any) => any.Shape.SequenceEqual([samples, classes]) || any.Shape.SequenceEqual([samples]);
        TensorEntry entry = source.Choose(file, Tensor, expected, Fits);
        double[] values = file.ReadDoubles(entry.Name);
        if (entry.Shape.Count == 1)
        {
            int[] labels = [.. values.Select((value, row) => ClassIndex(source, value, row, classes))];
            return LabelRows.Single(labels, classes);
        }

        var rows = new int[samples][];
        for (int row = 0; row < samples; row++)
        {
            rows[row] = Positives(source, values.AsSpan(row * classes, classes), row);
        }

        return LabelRows.Of(rows, classes);
    }

    private static int ClassIndex(TensorSource source, double value, int row, int classes) =>
        value >= 0 && value < classes && double.IsInteger(value)
            ? (int)value
            : throw new DataFileException(
                source.Path, $"row {row}: {value} is not a class index from 0 to {classes - 1}.");

    private static int[] Positives(TensorSource source, ReadOnlySpan<double> values, int row)
    {
        var positives = new List<int>();
        for (int column = 0; column < values.Length; column++)
        {
            if (values[column] is not (0 or 1))
            {
                throw new DataFileException(
                    source.Path, $"row {row}, column {column}: {values[column]} is neither 0 nor 1.");
            }

            if (values[column] == 1)
            {
                positives.Add(column);
            }
        }

        return [.. positives];
    }
}
