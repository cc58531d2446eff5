using Clipper.Bench.Embeddings;
using Clipper.Clip.Models;
using Clipper.Core.Errors;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Bench.Runs;

/// <summary>The embeddings of texts that a run has asked for: each is computed once a model, whichever cells ask.
/// Thread-safe.</summary>
internal sealed class TextTable(TextEmbedder embedder)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<ModelDescription, Dictionary<string, float[]>> _rows = [];

    /// <summary>One row a text, unnormalised.</summary>
    /// <exception cref="UserException">The model cannot embed texts, or a text is too long.</exception>
    public Matrix<float> Rows(ModelDescription model, IReadOnlyList<string> texts, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (!_rows.TryGetValue(model, out Dictionary<string, float[]>? known))
            {
                known = new Dictionary<string, float[]>(StringComparer.Ordinal);
                _rows.Add(model, known);
            }

            Learn(model, [.. texts.Distinct(StringComparer.Ordinal).Where(text => !known.ContainsKey(text))], known,
                cancellation);
            var rows = new Matrix<float>(texts.Count, model.RequireText().EmbeddingSize);
            for (int i = 0; i < texts.Count; i++)
            {
                known[texts[i]].CopyTo(rows.Row(i));
            }

            return rows;
        }
    }

    private void Learn(
        ModelDescription model, string[] texts, Dictionary<string, float[]> known, CancellationToken cancellation)
    {
        if (texts.Length == 0)
        {
            return;
        }

        Matrix<float> rows = embedder.Embed(model, texts, progress: null, cancellation);
        for (int i = 0; i < texts.Length; i++)
        {
            known.Add(texts[i], rows.Row(i).ToArray());
        }
    }
}
