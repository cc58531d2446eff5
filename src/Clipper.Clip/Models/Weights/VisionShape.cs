namespace Clipper.Clip.Models.Weights;

/// <summary>What the tensors' shapes alone tell about a vision tower. Members mean what they mean in
/// <see cref="VisionSettings"/>.</summary>
internal sealed record VisionShape(
    int ImageSize, int PatchSize, int Width, int Layers, int MlpWidth, int EmbeddingSize, bool PreNorm, bool PatchBias,
    bool Projection)
{
    /// <summary>The shape part of full settings.</summary>
    public static VisionShape Of(VisionSettings settings) => new(
        settings.ImageSize, settings.PatchSize, settings.Width, settings.Layers, settings.MlpWidth,
        settings.EmbeddingSize, settings.PreNorm, settings.PatchBias, settings.Projection);

    /// <summary>Every parameter with its shape, in the order of the forward pass.</summary>
    public IEnumerable<(VisionParameter Parameter, long[] Shape)> Parameters()
    {
        int grid = ImageSize / PatchSize;
        yield return (new(null, VisionParameter.ClassEmbedding, ""), [Width]);
        yield return (new(null, VisionParameter.PositionEmbedding, ""), [(grid * grid) + 1, Width]);
        yield return (new(null, VisionParameter.Patch, VisionParameter.Weight), [Width, 3, PatchSize, PatchSize]);
        if (PatchBias)
        {
            yield return (new(null, VisionParameter.Patch, VisionParameter.Bias), [Width]);
        }

        foreach (var pair in PreNorm ? Norm(null, VisionParameter.NormBefore) : [])
        {
            yield return pair;
        }

        foreach (var pair in Enumerable.Range(0, Layers).SelectMany(BlockParameters))
        {
            yield return pair;
        }

        foreach (var pair in Norm(null, VisionParameter.NormAfter))
        {
            yield return pair;
        }

        if (Projection)
        {
            yield return (new(null, VisionParameter.Projection, VisionParameter.Weight), [EmbeddingSize, Width]);
        }
    }

    private IEnumerable<(VisionParameter Parameter, long[] Shape)> BlockParameters(int block) =>
    [
        .. Norm(block, VisionParameter.Norm1),
        .. Linear(block, VisionParameter.AttentionIn, 3 * Width, Width),
        .. Linear(block, VisionParameter.AttentionOut, Width, Width),
        .. Norm(block, VisionParameter.Norm2),
        .. Linear(block, VisionParameter.MlpIn, MlpWidth, Width),
        .. Linear(block, VisionParameter.MlpOut, Width, MlpWidth),
    ];

    private (VisionParameter Parameter, long[] Shape)[] Norm(int? block, string layer) =>
    [
        (new(block, layer, VisionParameter.Weight), [Width]),
        (new(block, layer, VisionParameter.Bias), [Width]),
    ];

    private static (VisionParameter Parameter, long[] Shape)[] Linear(int block, string layer, int rows, int columns) =>
    [
        (new(block, layer, VisionParameter.Weight), [rows, columns]),
        (new(block, layer, VisionParameter.Bias), [rows]),
    ];
}
