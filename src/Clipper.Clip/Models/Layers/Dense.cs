using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Clipper.Clip.Models.Layers;

/// <summary>y = x Wᵀ + b, its parameters not yet filled (TorchSharp's Linear would draw random ones first, which
/// takes longer than loading).</summary>
internal sealed class Dense : NamedModule
{
    private readonly Parameter _weight;
    private readonly Parameter? _bias;

    /// <summary>W [outputs, inputs] and b [outputs].</summary>
    public Dense(int inputs, int outputs, bool bias, Device device)
        : base(nameof(Dense))
    {
        _weight = new Parameter(empty(outputs, inputs, device: device));
        register_parameter("weight", _weight);
        if (bias)
        {
            _bias = new Parameter(empty(outputs, device: device));
            register_parameter("bias", _bias);
        }
    }

    /// <summary>W.</summary>
    public Tensor Weight => _weight;

    /// <summary>b, or null.</summary>
    public Tensor? Bias => _bias;

    /// <inheritdoc />
    public override Tensor forward(Tensor input) => nn.functional.linear(input, _weight, _bias);
}
