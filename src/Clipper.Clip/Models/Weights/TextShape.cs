namespace Clipper.Clip.Models.Weights;

/// <summary>What the tensors' shapes alone tell about a text tower. Members mean what they mean in
/// <see cref="TextSettings"/>.</summary>
internal sealed record TextShape(
    int ContextLength, int VocabularySize, int Width, int Layers, int MlpWidth, int EmbeddingSize) : ITowerShape
{
    /// <summary>The shape part of full settings.</summary>
    public static TextShape Of(TextSettings settings) => new(
        settings.ContextLength, settings.VocabularySize, settings.Width, settings.Layers, settings.MlpWidth,
        settings.EmbeddingSize);

    /// <inheritdoc />
    public IEnumerable<(TowerParameter Parameter, long[] Shape)> Parameters() =>
    [
        (new(null, TowerParameter.TokenEmbedding, ""), [VocabularySize, Width]),
        (new(null, TowerParameter.PositionEmbedding, ""), [ContextLength, Width]),
        .. TowerParameters.OfBlocks(Layers, Width, MlpWidth),
        .. TowerParameters.Norm(null, TowerParameter.NormAfter, Width),
        (new(null, TowerParameter.Projection, TowerParameter.Weight), [EmbeddingSize, Width]),
    ];
}
