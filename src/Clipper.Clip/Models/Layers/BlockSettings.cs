using static TorchSharp.torch;

namespace Clipper.Clip.Models.Layers;

/// <summary>Architecture of one transformer block, of a vision or a text tower.</summary>
/// <param name="Width">Width of the residual stream.</param>
/// <param name="Heads">Attention heads.</param>
/// <param name="MlpWidth">Width of the hidden layer of the MLP.</param>
/// <param name="Activation">Activation of the MLP.</param>
/// <param name="LayerNormEps">Epsilon of the layer norms.</param>
/// <param name="IsCausal">Whether a token sees only those before it (text).</param>
/// <param name="Linear">Type in which the linear layers compute.</param>
/// <param name="Stream">Type of everything between them.</param>
internal sealed record BlockSettings(
    int Width, int Heads, int MlpWidth, Activation Activation, double LayerNormEps, bool IsCausal = false,
    ScalarType Linear = ScalarType.Float32, ScalarType Stream = ScalarType.Float32);
