using static TorchSharp.torch;

namespace Clipper.Clip.Models.Layers;

/// <summary>Multi-head self-attention with query, key and value packed in one projection, as PyTorch's
/// MultiheadAttention has them.</summary>
internal sealed class Attention : NamedModule
{
    private readonly Dense _in;
    private readonly Dense _out;
    private readonly BlockSettings _settings;

    /// <summary>Unfilled parameters on the device.</summary>
    public Attention(BlockSettings settings, Device device)
        : base(nameof(Attention))
    {
        _settings = settings;
        _in = new Dense(settings.Width, 3 * settings.Width, bias: true, device);
        _out = new Dense(settings.Width, settings.Width, bias: true, device);
        register_module("in_proj", _in);
        register_module("out_proj", _out);
    }

    /// <summary>[samples, tokens, width] to the same.</summary>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        long samples = input.size(0);
        long tokens = input.size(1);
        long headWidth = _settings.Width / _settings.Heads;
        var packed = _in.call(input).view(samples, tokens, 3, _settings.Heads, headWidth).permute(2, 0, 3, 1, 4);
        var parts = packed.unbind();
        var mixed = nn.functional.scaled_dot_product_attention(
            parts[0], parts[1], parts[2], is_casual: _settings.IsCausal);
        return _out.call(mixed.transpose(1, 2).reshape(samples, tokens, _settings.Width)).MoveToOuterDisposeScope();
    }
}
