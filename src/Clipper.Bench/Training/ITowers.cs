namespace Clipper.Bench.Training;

/// <summary>Both towers of a model, to be examined.</summary>
internal interface ITowers
{
    /// <summary>Normalised pixels [count, 3, size, size] to embeddings [count, d].</summary>
    float[] EmbedImages(ReadOnlySpan<float> planes, int count);

    /// <summary>Token ids [count, context] to embeddings [count, d].</summary>
    float[] EmbedTexts(ReadOnlySpan<int> tokens, int count);
}
