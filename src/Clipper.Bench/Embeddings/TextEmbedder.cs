using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Clipper.Clip.Models;
using Clipper.Clip.Text;
using Clipper.Core.Errors;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Bench.Embeddings;

/// <summary>Texts to embeddings, with the text tower and the vocabulary of a model.</summary>
/// <param name="options">Device, threads, vocabulary, and what becomes of texts that are too long.</param>
/// <param name="cache">Keeps the embeddings, so that the same texts need no libtorch the next time; null = nothing is
/// kept.</param>
public sealed class TextEmbedder(TextOptions options, EmbeddingCache? cache = null)
{
    /// <summary>Embeds texts: one row a text, float32, unnormalised. A row depends on its text alone.</summary>
    /// <param name="model">The model.</param>
    /// <param name="texts">The texts.</param>
    /// <param name="progress">Is told how many are done; or null.</param>
    /// <param name="cancellation">Stops between texts.</param>
    /// <exception cref="DataFileException">The model has no text tower, or vocabulary or weights cannot be
    /// used.</exception>
    /// <exception cref="UsageException">A text is too long, or there is no such device.</exception>
    public Matrix<float> Embed(
        ModelDescription model, IReadOnlyList<string> texts, IProgress<int>? progress, CancellationToken cancellation)
    {
        TextSettings settings = model.RequireText();
        var tokenizer = new ClipTokenizer(ModelVocabulary.Read(model, options.Vocabulary));
        int[][] tokens = tokenizer.TokenizeAll(texts, settings.ContextLength, options.IsTruncated);
        if (cache is null)
        {
            return Encode(model, tokens, progress, cancellation);
        }

        string[] ids = [.. Enumerable.Range(0, tokens.Length).Select(i => i.ToString(CultureInfo.InvariantCulture))];
        using EmbeddingTable table = cache.GetOrCompute(
            KeyOf(model, settings, tokens),
            model.Name,
            ids,
            folder => Written(folder, Encode(model, tokens, progress, cancellation)),
            cancellation);
        return table.Rows([.. Enumerable.Range(0, table.Count)]);
    }

    // What the tower is given decides, whatever vocabulary it came from.
    private static EmbeddingKey KeyOf(ModelDescription model, TextSettings settings, int[][] tokens)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (int[] row in tokens)
        {
            hash.AppendData(MemoryMarshal.AsBytes(row.AsSpan()));
        }

        return new EmbeddingKey(
        [
            new("schema", EmbeddingKey.Schema.ToString(CultureInfo.InvariantCulture)),
            new("weights", model.WeightsHash),
            new("architecture", settings.Fingerprint),
            new("dataset", "texts"),
            new("variant", ""),
            new("samples", Convert.ToHexStringLower(hash.GetHashAndReset())),
        ]);
    }

    private static ComputedEmbeddings Written(string folder, Matrix<float> embeddings)
    {
        var rows = new RowFile(folder, embeddings.Rows, embeddings.Columns);
        rows.Write(0, embeddings.Values);
        return new ComputedEmbeddings(rows, new SortedDictionary<int, string>(), new StageClock());
    }

    private Matrix<float> Encode(
        ModelDescription model, int[][] tokens, IProgress<int>? progress, CancellationToken cancellation)
    {
        using IRowEncoder<int> encoder = DeviceEncoders.OfTexts(TextEncoder.Load(model, options.Device));
        return TextPass.Run(encoder, tokens, options.Workers, progress, cancellation);
    }
}
