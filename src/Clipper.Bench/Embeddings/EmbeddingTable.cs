using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Clipper.Clip.Checkpoints;
using Clipper.Core.Errors;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Bench.Embeddings;

/// <summary>The embeddings of a data set, memory-mapped, rows in sample order.</summary>
public sealed class EmbeddingTable : IEmbeddings
{
    /// <summary>Name of the tensor of embeddings, float32 [samples, dimension].</summary>
    internal const string TensorName = "embeddings";

    /// <summary>Metadata key of the sample ids, a JSON list.</summary>
    internal const string IdsKey = "ids";

    /// <summary>Metadata key of the skipped samples, a JSON object from row to reason.</summary>
    internal const string SkippedKey = "skipped";

    private const int CopyBytes = 1 << 20;

    private readonly SafetensorsFile _file;

    /// <summary>Takes over an open file.</summary>
    /// <exception cref="DataFileException">It does not hold a table of embeddings.</exception>
    internal EmbeddingTable(SafetensorsFile file, string key, bool fromCache)
    {
        _file = file;
        Key = key;
        FromCache = fromCache;
        if (!file.Tensors.TryGetValue(TensorName, out TensorEntry? tensor)
            || tensor.Type != TensorType.F32 || tensor.Shape.Count != 2)
        {
            throw new DataFileException(file.Path, $"has no tensor '{TensorName}' of float32 [samples, dimension].");
        }

        Ids = Parse<string[]>(IdsKey);
        Skipped = Parse<Dictionary<string, string>>(SkippedKey)
            .ToDictionary(s => int.Parse(s.Key, CultureInfo.InvariantCulture), s => s.Value);
        if (tensor.Shape[0] != Ids.Count)
        {
            throw new DataFileException(file.Path, $"has {tensor.Shape[0]} rows for {Ids.Count} ids.");
        }

        Dimension = (int)tensor.Shape[1];
    }

    /// <summary>Number of rows.</summary>
    public int Count => Ids.Count;

    /// <summary>Length of a row.</summary>
    public int Dimension { get; }

    /// <summary>Sample ids, in row order.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>The cache key (SHA-256, hexadecimal).</summary>
    public string Key { get; }

    /// <summary>Whether it came from the cache.</summary>
    public bool FromCache { get; }

    /// <summary>Samples that were skipped with their reasons (policy skip); their rows are zeros and take no part in
    /// episodes.</summary>
    public IReadOnlyDictionary<int, string> Skipped { get; }

    /// <summary>What the pass that computed it spent its time on; null where it came from the cache.</summary>
    public StageSeconds? Stages { get; internal set; }

    /// <summary>Row <paramref name="index"/>, unnormalised; valid until disposal.</summary>
    public ReadOnlySpan<float> Row(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
        return MemoryMarshal.Cast<byte, float>(_file.Bytes(TensorName, (long)index * RowBytes, RowBytes));
    }

    /// <summary>Copies the given rows into a matrix.</summary>
    public Matrix<float> Rows(ReadOnlySpan<int> indices)
    {
        var rows = new Matrix<float>(indices.Length, Dimension);
        for (int i = 0; i < indices.Length; i++)
        {
            Row(indices[i]).CopyTo(rows.Row(i));
        }

        return rows;
    }

    /// <summary>Copies all rows but the skipped ones to a stream, as float32 in row order. Only a block of them is in
    /// memory at a time.</summary>
    /// <exception cref="DataFileException">The file has been cut since it was opened.</exception>
    public void CopyTo(Stream stream)
    {
        byte[] block = new byte[Math.Max(1, CopyBytes / RowBytes) * RowBytes];
        int row = 0;
        foreach (int end in Skipped.Keys.Append(Count).Order())
        {
            for (int count; row < end; row += count)
            {
                count = Math.Min(end - row, block.Length / RowBytes);
                Span<byte> rows = block.AsSpan(0, count * RowBytes);
                _file.Read(TensorName, (long)row * RowBytes, rows);
                stream.Write(rows);
            }

            row = end + 1;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();

    private int RowBytes => Dimension * sizeof(float);

    private T Parse<T>(string key)
        where T : class
    {
        try
        {
            string text = _file.Metadata.GetValueOrDefault(key) ?? throw new DataFileException(
                _file.Path, $"has no metadata '{key}'.");
            return JsonSerializer.Deserialize<T>(text) ?? throw new DataFileException(
                _file.Path, $"has null as '{key}'.");
        }
        catch (JsonException e)
        {
            throw new DataFileException(_file.Path, $"has damaged metadata '{key}' ({e.Message}).", e);
        }
    }
}
