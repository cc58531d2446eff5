namespace Clipper.Clip.Models.Weights;

/// <summary>What the tensors' shapes alone tell about a vision tower. Members mean what they mean in
/// <see cref="VisionSettings"/>.</summary>
internal sealed record VisionShape(
    int ImageSize, int PatchSize, int Width, int Layers, int MlpWidth, int EmbeddingSize, bool PreNorm, bool PatchBias,
    bool Projection) : ITowerShape
{
    /// <summary>The shape part of full settings.</summary>
    public static VisionShape Of(VisionSettings settings) => new(
        settings.ImageSize, settings.PatchSize, settings.Width, settings.Layers, settings.MlpWidth,
        settings.EmbeddingSize, settings.PreNorm, settings.PatchBias, settings.Projection);

    /// <inheritdoc />
    public IEnumerable<(TowerParameter Parameter, long[] Shape)> Parameters() =>
    [
        .. Embedding(),
        .. PreNorm ? TowerParameters.Norm(null, TowerParameter.NormBefore, Width) : [],
        .. TowerParameters.OfBlocks(Layers, Width, MlpWidth),
        .. TowerParameters.Norm(null, TowerParameter.NormAfter, Width),
        .. Projected(),
    ];

    private IEnumerable<(TowerParameter Parameter, long[] Shape)> Embedding()
    {
        int grid = ImageSize / PatchSize;
        yield return (new(null, TowerParameter.ClassEmbedding, ""), [Width]);
        yield return (new(null, TowerParameter.PositionEmbedding, ""), [(grid * grid) + 1, Width]);
        yield return (new(null, TowerParameter.Patch, TowerParameter.Weight), [Width, 3, PatchSize, PatchSize]);
        if (PatchBias)
        {
            yield return (new(null, TowerParameter.Patch, TowerParameter.Bias), [Width]);
        }
    }

    private (TowerParameter Parameter, long[] Shape)[] Projected() => Projection
        ? [(new(null, TowerParameter.Projection, TowerParameter.Weight), [EmbeddingSize, Width])]
        : [];
}
