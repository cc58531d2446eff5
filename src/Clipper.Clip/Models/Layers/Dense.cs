using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Clipper.Clip.Models.Layers;

/// <summary>y = x Wᵀ + b, its parameters not yet filled (TorchSharp's Linear would draw random ones first, which
/// takes longer than loading). With parameters of a narrower type x is rounded to it, and y comes back in the type of
/// x.</summary>
internal sealed class Dense : NamedModule
{
    private readonly Parameter _weight;
    private readonly Parameter? _bias;

    /// <summary>W [outputs, inputs] and b [outputs].</summary>
    public Dense(int inputs, int outputs, bool bias, Device device, ScalarType type = ScalarType.Float32)
        : base(nameof(Dense))
    {
        _weight = new Parameter(empty(outputs, inputs, dtype: type, device: device));
        register_parameter("weight", _weight);
        if (bias)
        {
            _bias = new Parameter(empty(outputs, dtype: type, device: device));
            register_parameter("bias", _bias);
        }
    }

    /// <summary>b, or null.</summary>
    public Tensor? Bias => _bias;

    /// <inheritdoc />
    public override Tensor forward(Tensor input) => Multiply(input, _weight, _bias);

    /// <summary>Some of the outputs.</summary>
    public Tensor Part(Tensor input, long first, long outputs)
    {
        using var scope = NewDisposeScope();
        var bias = _bias?.narrow(0, first, outputs);
        return Multiply(input, _weight.narrow(0, first, outputs), bias).MoveToOuterDisposeScope();
    }

    /// <summary>x Wᵀ.</summary>
    public Tensor WithoutBias(Tensor input) => Multiply(input, _weight, null);

    private static Tensor Multiply(Tensor input, Tensor weight, Tensor? bias)
    {
        if (weight.dtype == input.dtype)
        {
            return nn.functional.linear(input, weight, bias);
        }

        using var scope = NewDisposeScope();
        var narrow = nn.functional.linear(input.to(weight.dtype), weight, bias);
        return narrow.to(input.dtype).MoveToOuterDisposeScope();
    }
}
