using System.Globalization;
using Clipper.Clip.Models.Weights;

namespace Clipper.Clip.Models;

/// <summary>Architecture of a vision transformer and its switches.</summary>
/// <param name="ImageSize">Side of the input in pixels.</param>
/// <param name="PatchSize">Side of a patch in pixels.</param>
/// <param name="Width">Width of the residual stream.</param>
/// <param name="Layers">Number of blocks.</param>
/// <param name="Heads">Attention heads.</param>
/// <param name="MlpWidth">Width of the hidden layer of the MLP.</param>
/// <param name="EmbeddingSize">Length of an embedding.</param>
/// <param name="Activation">quick_gelu or gelu.</param>
/// <param name="LayerNormEps">Epsilon of every layer norm.</param>
/// <param name="PreNorm">Layer norm before the blocks (CLIP: true).</param>
/// <param name="PatchBias">Bias of the patch embedding (CLIP: false).</param>
/// <param name="Projection">Projection after the last norm (CLIP: true).</param>
/// <param name="Pooling">What becomes the embedding (CLIP: the class token).</param>
public sealed record VisionSettings(
    int ImageSize, int PatchSize, int Width, int Layers, int Heads, int MlpWidth, int EmbeddingSize,
    Activation Activation, double LayerNormEps, bool PreNorm, bool PatchBias, bool Projection,
    Pooling Pooling = Pooling.ClassToken)
{
    /// <summary>Patches along a side.</summary>
    public int Grid => ImageSize / PatchSize;

    /// <summary>Tokens of an image: the class token and one a patch.</summary>
    public int Tokens => (Grid * Grid) + 1;

    /// <summary>Values of a patch: 3 · PatchSize².</summary>
    public int PatchValues => 3 * PatchSize * PatchSize;

    /// <summary>Number of trained values.</summary>
    public long ParameterCount => TowerParameters.Count(VisionShape.Of(this));

    /// <summary>Canonical text of all values: part of the embedding cache's key.</summary>
    public string Fingerprint => string.Create(
        CultureInfo.InvariantCulture,
        $"vit image={ImageSize} patch={PatchSize} width={Width} layers={Layers} heads={Heads} mlp={MlpWidth} "
        + $"embedding={EmbeddingSize} activation={Activation} eps={LayerNormEps:R} pre_norm={PreNorm} "
        + $"patch_bias={PatchBias} projection={Projection} pooling={Pooling}");
}
