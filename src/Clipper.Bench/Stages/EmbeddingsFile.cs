using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Clipper.Bench.Files;
using Clipper.Clip.Checkpoints;
using Clipper.Core.Errors;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Bench.Stages;

/// <summary>Embeddings in a safetensors file: <c>embeddings</c> float32 [n, d], unnormalised; metadata <c>ids</c>,
/// a JSON array of n strings in row order (docs/formats.md).</summary>
/// <param name="Path">The file.</param>
/// <param name="Ids">Ids in row order; row numbers from 0 where the file has none.</param>
/// <param name="Values">The embeddings [n, d], all finite.</param>
public sealed record EmbeddingsFile(string Path, IReadOnlyList<string> Ids, Matrix<float> Values)
{
    private const string Tensor = "embeddings";

    /// <summary>Reads the tensor named by <paramref name="source"/>, else <c>embeddings</c>, else the only one [n,
    /// d].</summary>
    /// <exception cref="DataFileException">Missing, damaged, not [n, d], ids that do not fit, values that are not
    /// finite.</exception>
    public static EmbeddingsFile Read(TensorSource source)
    {
        using SafetensorsFile file = SafetensorsFile.Open(source.Path);
        TensorEntry entry = source.Choose(file, Tensor, "floats of shape [n, d]", FloatMatrix.IsOne);
        Matrix<float> values = FloatMatrix.Read(file, entry);
        IReadOnlyList<string> ids = RowIds.Read(file, values.Rows);
        for (int row = 0; row < values.Rows; row++)
        {
            if (!TensorPrimitives.IsFiniteAll<float>(values.Row(row)))
            {
                throw new DataFileException(
                    source.Path, $"row {row} ('{ids[row]}') of '{entry.Name}' holds a number that is not finite.");
            }
        }

        return new EmbeddingsFile(source.Path, ids, values);
    }

    /// <summary>Writes <see cref="Path"/> with further metadata, absent or complete.</summary>
    /// <exception cref="DataFileException">The file cannot be written.</exception>
    public void Save(params ReadOnlySpan<(string Key, string Value)> metadata) => Write(
        Path, Ids, Values.Columns, stream => stream.Write(MemoryMarshal.AsBytes(Values.Values)), metadata);

    /// <summary>Writes a file of rows that need not fit into memory, absent or complete.</summary>
    /// <param name="path">The file.</param>
    /// <param name="ids">Ids in row order.</param>
    /// <param name="dimension">Length of a row.</param>
    /// <param name="rows">Writes the rows as float32, in the order of their ids.</param>
    /// <param name="metadata">Further metadata.</param>
    /// <exception cref="DataFileException">The file cannot be written.</exception>
    internal static void Write(
        string path, IReadOnlyList<string> ids, int dimension, Action<Stream> rows,
        params ReadOnlySpan<(string Key, string Value)> metadata)
    {
        var writer = new SafetensorsWriter().WithMetadata(RowIds.Key, JsonStrings.Pieces(ids));
        foreach ((string key, string value) in metadata)
        {
            writer.WithMetadata(key, value);
        }

        writer.Add(Tensor, TensorType.F32, rows, ids.Count, dimension).Save(path);
    }
}
