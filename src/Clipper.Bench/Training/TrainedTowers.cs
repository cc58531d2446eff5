using Clipper.Clip.Training;

namespace Clipper.Bench.Training;

/// <summary>The towers of a model in training.</summary>
internal sealed class TrainedTowers(ClipTrainer trainer) : ITowers
{
    public float[] EmbedImages(ReadOnlySpan<float> planes, int count) => trainer.EmbedImages(planes, count);

    public float[] EmbedTexts(ReadOnlySpan<int> tokens, int count) => trainer.EmbedTexts(tokens);
}
