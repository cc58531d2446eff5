using System.Globalization;
using Clipper.Clip.Models.Weights;

namespace Clipper.Clip.Models;

/// <summary>Architecture of CLIP's text transformer (causal, its blocks those of the vision tower) and its
/// switches.</summary>
/// <param name="ContextLength">Tokens of a text at most, marks of start and end among them.</param>
/// <param name="VocabularySize">Number of tokens that it knows.</param>
/// <param name="Width">Width of the residual stream.</param>
/// <param name="Layers">Number of blocks.</param>
/// <param name="Heads">Attention heads.</param>
/// <param name="MlpWidth">Width of the hidden layer of the MLP.</param>
/// <param name="EmbeddingSize">Length of an embedding.</param>
/// <param name="Activation">quick_gelu or gelu.</param>
/// <param name="LayerNormEps">Epsilon of every layer norm.</param>
/// <param name="EndToken">The token whose first position becomes the embedding, as newer versions of Hugging Face's
/// transformers have it; null for the largest id of the text (OpenAI, open_clip, and Hugging Face's old
/// configurations, which call the end token 2). Of CLIP's own vocabularies the end token is the largest.</param>
public sealed record TextSettings(
    int ContextLength, int VocabularySize, int Width, int Layers, int Heads, int MlpWidth, int EmbeddingSize,
    Activation Activation, double LayerNormEps, int? EndToken = null)
{
    /// <summary>Number of trained values.</summary>
    public long ParameterCount => TowerParameters.Count(TextShape.Of(this));

    /// <summary>Canonical text of all values.</summary>
    public string Fingerprint => string.Create(
        CultureInfo.InvariantCulture,
        $"text context={ContextLength} vocabulary={VocabularySize} width={Width} layers={Layers} heads={Heads} "
        + $"mlp={MlpWidth} embedding={EmbeddingSize} activation={Activation} eps={LayerNormEps:R} end={EndToken}");

    /// <summary>The position in a row of tokens whose output becomes the embedding; what comes after it is never
    /// seen.</summary>
    public int PooledPosition(ReadOnlySpan<int> tokens)
    {
        if (EndToken is { } end)
        {
            return Math.Max(tokens.IndexOf(end), 0);
        }

        int position = 0;
        for (int i = 1; i < tokens.Length; i++)
        {
            position = tokens[i] > tokens[position] ? i : position;
        }

        return position;
    }
}
