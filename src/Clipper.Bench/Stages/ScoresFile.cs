using System.Globalization;
using System.Numerics.Tensors;
using Clipper.Bench.Files;
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
    public static ScoreTable<double> Read(string source) =>
        source.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
            ? ReadCsv(source)
            : ReadTensor(TensorSource.Parse(source));

    private static ScoreTable<double> ReadCsv(string path)
    {
        using CsvTable table = CsvTable.Open(path);
        int first = table.Header switch
        {
            ["id", "predicted", _, ..] => 2,
            ["id", not "predicted", ..] => 1,
            _ => throw new DataFileException(
                path, "line 1: expected the header 'id,predicted,<class>,…' of 'clipper predict', or "
                    + $"'id,<class>,…', got '{string.Join(',', table.Header)}'."),
        };

        var ids = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var scores = new List<double>();
        while (table.Next() is { } fields)
        {
            ids.Add(seen.Add(fields[0]) ? fields[0] : throw table.Problem($"'{fields[0]}' is there twice."));
            scores.AddRange(fields.Skip(first).Select(field => Score(table, field)));
        }

        string[] classes = table.Header[first..];
        return ids.Count > 0
            ? new ScoreTable<double>(path, ids, classes, new Matrix<double>([.. scores], ids.Count, classes.Length))
            : throw new DataFileException(path, "holds no scores below its header.");
    }

    private static double Score(CsvTable table, string field) =>
        double.TryParse(field, CultureInfo.InvariantCulture, out double score) && double.IsFinite(score)
            ? score
            : throw table.Problem($"'{field}' is not a finite number.");

    private static ScoreTable<double> ReadTensor(TensorSource source)
    {
        using SafetensorsFile file = SafetensorsFile.Open(source.Path);
        TensorEntry entry = source.Choose(file, Tensor, "floats of shape [n, classes]", FloatMatrix.IsOne);
        Matrix<double> scores = FloatMatrix.ReadDoubles(file, entry);
        if (!TensorPrimitives.IsFiniteAll<double>(scores.Values))
        {
            throw new DataFileException(source.Path, $"'{entry.Name}' holds a score that is not a finite number.");
        }

        IReadOnlyList<string>? classes =
            file.Metadata.TryGetValue("classes", out string? names) ? JsonStrings.Read(names) : null;
        return classes is null || classes.Count == scores.Columns
            ? new ScoreTable<double>(
                source.Path, RowIds.Read(file, scores.Rows), classes, scores, entry.Type is not TensorType.F64)
            : throw new DataFileException(
                source.Path, $"names {classes.Count} classes; '{entry.Name}' has {scores.Columns} columns.");
    }
}
