using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Clipper.Clip.Models.Layers;

/// <summary>Layer norm over the last dimension: (x − mean) / √(variance + eps) · weight + bias.</summary>
internal sealed class Norm : NamedModule
{
    private readonly Parameter _weight;
    private readonly Parameter _bias;
    private readonly double _eps;
    private readonly long[] _shape;

    /// <summary>For a last dimension of <paramref name="width"/>, in values of the given type; sums are of float32 or
    /// wider whatever it is.</summary>
    public Norm(int width, double eps, Device device, ScalarType type = ScalarType.Float32)
        : base(nameof(Norm))
    {
        _eps = eps;
        _shape = [width];
        _weight = new Parameter(empty(width, dtype: type, device: device));
        _bias = new Parameter(empty(width, dtype: type, device: device));
        register_parameter("weight", _weight);
        register_parameter("bias", _bias);
    }

    /// <inheritdoc />
    public override Tensor forward(Tensor input) => nn.functional.layer_norm(input, _shape, _weight, _bias, _eps);
}
