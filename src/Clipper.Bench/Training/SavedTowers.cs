using Clipper.Clip.Models;

namespace Clipper.Bench.Training;

/// <summary>The towers of a model that was written.</summary>
internal sealed class SavedTowers(ModelDescription model) : ITowers, IDisposable
{
    private readonly ImageEncoder _images = ImageEncoder.Load(model, "cpu");
    private readonly TextEncoder _texts = TextEncoder.Load(model, "cpu");

    public float[] EmbedImages(ReadOnlySpan<float> planes, int count)
    {
        var embeddings = new float[count * _images.Dimension];
        _images.Encode(planes, count, embeddings);
        return embeddings;
    }

    public float[] EmbedTexts(ReadOnlySpan<int> tokens, int count)
    {
        var embeddings = new float[count * _texts.Dimension];
        _texts.Encode(tokens, count, embeddings);
        return embeddings;
    }

    public void Dispose()
    {
        _images.Dispose();
        _texts.Dispose();
    }
}
