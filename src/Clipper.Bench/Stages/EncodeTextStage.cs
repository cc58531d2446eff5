using System.Globalization;
using Clipper.Bench.Embeddings;
using Clipper.Clip.Models;
using Clipper.Core.Errors;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Bench.Stages;

/// <summary>Texts to embeddings: what <c>clipper encode-text</c> does.</summary>
/// <param name="Model">The model.</param>
/// <param name="Options">Device, threads, vocabulary, truncation.</param>
/// <param name="Path">The safetensors file to write.</param>
public sealed record EncodeTextStage(ModelDescription Model, TextOptions Options, string Path)
{
    /// <summary>Embeds texts and writes the file. A row's id is its text; a text that comes again has <c>#2</c>,
    /// <c>#3</c>, … after it, as ids are distinct.</summary>
    /// <returns>The number of rows.</returns>
    /// <exception cref="UsageException">There is no text, one is too long, or there is no such device.</exception>
    /// <exception cref="DataFileException">The model has no text tower, or a file cannot be read or
    /// written.</exception>
    public int Run(IReadOnlyList<string> texts, IProgress<int> progress, CancellationToken cancellation)
    {
        if (texts.Count == 0)
        {
            throw new UsageException("there is no text to encode.");
        }

        Matrix<float> rows = new TextEmbedder(Options).Embed(Model, texts, progress, cancellation);
        new EmbeddingsFile(Path, Ids(texts), rows).Save();
        return texts.Count;
    }

    private static string[] Ids(IReadOnlyList<string> texts)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var ids = new string[texts.Count];
        for (int i = 0; i < ids.Length; i++)
        {
            ids[i] = texts[i];
            for (int again = 2; !taken.Add(ids[i]); again++)
            {
                ids[i] = string.Create(CultureInfo.InvariantCulture, $"{texts[i]}#{again}");
            }
        }

        return ids;
    }
}
