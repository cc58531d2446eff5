using System.Globalization;
using System.Numerics.Tensors;
using Clipper.Clip.Checkpoints;
using Clipper.Core.Errors;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Bench.Stages;

/// <summary>Reads scores: the CSV of <c>clipper predict</c>, or a safetensors file with <c>scores</c> [n, classes] and,
/// in its metadata, <c>ids</c> and <c>classes</c> where it has them.</summary>
public static class ScoresFile
{
    private const string Tensor = "scores";

    /// <summary>Reads either kind; a path that ends in <c>.csv</c> is the former.</summary>
    /// <exception cref="DataFileException">Missing, damaged, or scores that are not finite numbers.</exception>
    public static ScoreTable Read(string source) =>
        source.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
            ? ReadCsv(source)
            : ReadTensor(TensorSource.Parse(source));

    private static ScoreTable ReadCsv(string path)
    {
        using CsvTable table = CsvTable.Open(path);
        if (table.Header is not ["id", "predicted", _, ..])
        {
            throw new DataFileException(
                path, "line 1: expected the header 'id,predicted,<class>,…' of 'clipper predict', got "
                    + $"'{string.Join(',', table.Header)}'.");
        }

        var ids = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var scores = new List<float>();
        while (table.Next() is { } fields)
        {
            ids.Add(seen.Add(fields[0]) ? fields[0] : throw table.Problem($"'{fields[0]}' is there twice."));
            scores.AddRange(fields.Skip(2).Select(field => Score(table, field)));
        }

        string[] classes = table.Header[2..];
        return ids.Count > 0
            ? new ScoreTable(path, ids, classes, new Matrix<float>([.. scores], ids.Count, classes.Length))
            : throw new DataFileException(path, "holds no scores below its header.");
    }

    private static float Score(CsvTable table, string field) =>
        float.TryParse(field, CultureInfo.InvariantCulture, out float score) && float.IsFinite(score)
            ? score
            : throw table.Problem($"'{field}' is not a finite number.");

    private static ScoreTable ReadTensor(TensorSource source)
    {
        using SafetensorsFile file = SafetensorsFile.Open(source.Path);
        TensorEntry entry = source.Choose(file, Tensor, "floats of shape [n, classes]", FloatMatrix.IsOne);
        Matrix<float> scores = FloatMatrix.Read(file, entry);
        if (!TensorPrimitives.IsFiniteAll<float>(scores.Values))
        {
            throw new DataFileException(source.Path, $"'{entry.Name}' holds a score that is not a finite number.");
        }

        IReadOnlyList<string>? classes =
            file.Metadata.TryGetValue("classes", out string? names) ? JsonStrings.Read(names) : null;
        return classes is null || classes.Count == scores.Columns
            ? new ScoreTable(source.Path, RowIds.Read(file, scores.Rows), classes, scores)
            : throw new DataFileException(
                source.Path, $"names {classes.Count} classes; '{entry.Name}' has {scores.Columns} columns.");
    }
}
