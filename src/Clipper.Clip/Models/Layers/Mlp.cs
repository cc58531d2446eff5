using static TorchSharp.torch;

namespace Clipper.Clip.Models.Layers;

/// <summary>The two-layer perceptron of a transformer block.</summary>
internal sealed class Mlp : NamedModule
{
    private readonly Dense _in;
    private readonly Dense _out;
    private readonly Activation _activation;

    /// <summary>Unfilled parameters on the device.</summary>
    public Mlp(BlockSettings settings, Device device)
        : base(nameof(Mlp))
    {
        _activation = settings.Activation;
        _in = new Dense(settings.Width, settings.MlpWidth, bias: true, device, settings.Linear);
        _out = new Dense(settings.MlpWidth, settings.Width, bias: true, device, settings.Linear);
        register_module("c_fc", _in);
        register_module("c_proj", _out);
    }

    /// <summary>The hidden layer before its activation.</summary>
    public Dense Hidden => _in;

    /// <summary>[…, width] to the same.</summary>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var hidden = ActivationFunction.Apply(_activation, _in.call(input));
        return _out.call(hidden).MoveToOuterDisposeScope();
    }
}
