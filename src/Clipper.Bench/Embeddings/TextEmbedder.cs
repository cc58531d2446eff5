using Clipper.Clip.Models;
using Clipper.Clip.Text;
using Clipper.Core.Errors;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Bench.Embeddings;

/// <summary>Texts to embeddings, with the text tower and the vocabulary of a model.</summary>
/// <param name="options">Device, threads, vocabulary, and what becomes of texts that are too long.</param>
public sealed class TextEmbedder(TextOptions options)
{
    private const int CudaBatch = 256;

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
        using TextEncoder encoder = TextEncoder.Load(model, options.Device);
        var rows = new Matrix<float>(texts.Count, encoder.Dimension);
        int batch = encoder.IsOnCpu ? 1 : CudaBatch;
        int workers = options.Workers > 0 ? options.Workers : Environment.ProcessorCount;
        var limits = new ParallelOptions
        {
            MaxDegreeOfParallelism = encoder.IsOnCpu ? workers : 1,
            CancellationToken = cancellation,
        };
        int done = 0;
        Parallel.For(0, (tokens.Length + batch - 1) / batch, limits, index =>
        {
            int[][] part = tokens[(index * batch)..Math.Min((index + 1) * batch, tokens.Length)];
            Span<float> target = rows.Values.Slice(index * batch * rows.Columns, part.Length * rows.Columns);
            encoder.Encode([.. part.SelectMany(row => row)], part.Length, target);
            progress?.Report(Interlocked.Add(ref done, part.Length));
        });
        return rows;
    }
}
