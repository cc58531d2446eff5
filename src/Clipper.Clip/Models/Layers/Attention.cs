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
        _in = new Dense(settings.Width, 3 * settings.Width, bias: true, device, settings.Linear);
        _out = new Dense(settings.Width, settings.Width, bias: true, device, settings.Linear);
        register_module("in_proj", _in);
        register_module("out_proj", _out);
    }

    /// <summary>[samples, tokens, width] to the same.</summary>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var parts = SplitHeads(_in.call(input), 3);
        return Mix(parts[0], parts[1], parts[2]).MoveToOuterDisposeScope();
    }

    /// <summary>What <see cref="forward"/> gives for the first token alone, [samples, 1, width], without computing the
    /// other queries. Not for causal attention, where the first token sees nothing else.</summary>
    public Tensor FirstToken(Tensor input)
    {
        using var scope = NewDisposeScope();
        int width = _settings.Width;
        var query = _in.Part(input.narrow(1, 0, 1), 0, width);
        var others = SplitHeads(_in.Part(input, width, 2 * width), 2);
        return Mix(SplitHeads(query, 1)[0], others[0], others[1]).MoveToOuterDisposeScope();
    }

    // [samples, tokens, parts · width] to that many of [samples, heads, tokens, head width].
    private Tensor[] SplitHeads(Tensor packed, long parts) => packed
        .view(packed.size(0), packed.size(1), parts, _settings.Heads, _settings.Width / _settings.Heads)
        .permute(2, 0, 3, 1, 4)
        .unbind();

    private Tensor Mix(Tensor query, Tensor key, Tensor value)
    {
        var mixed = nn.functional.scaled_dot_product_attention(query, key, value, is_casual: _settings.IsCausal);
        return _out.call(mixed.transpose(1, 2).reshape(query.size(0), query.size(2), _settings.Width));
    }
}
