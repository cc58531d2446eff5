using static TorchSharp.torch;

namespace Clipper.Clip.Models.Layers;

/// <summary>A pre-norm residual block: x + attention(norm(x)), then x + mlp(norm(x)).</summary>
internal sealed class TransformerBlock : NamedModule
{
    /// <summary>Unfilled parameters on the device.</summary>
    public TransformerBlock(BlockSettings settings, Device device)
        : base(nameof(TransformerBlock))
    {
        AttentionNorm = new Norm(settings.Width, settings.LayerNormEps, device, settings.Stream);
        Attention = new Attention(settings, device);
        MlpNorm = new Norm(settings.Width, settings.LayerNormEps, device, settings.Stream);
        Mlp = new Mlp(settings, device);
        register_module("ln_1", AttentionNorm);
        register_module("attn", Attention);
        register_module("ln_2", MlpNorm);
        register_module("mlp", Mlp);
    }

    /// <summary>The norm before attention.</summary>
    public Norm AttentionNorm { get; }

    /// <summary>Attention.</summary>
    public Attention Attention { get; }

    /// <summary>The norm before the MLP.</summary>
    public Norm MlpNorm { get; }

    /// <summary>The MLP.</summary>
    public Mlp Mlp { get; }

    /// <summary>[samples, tokens, width] to the same; the argument is left as it is.</summary>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var mixed = Add(input, Attention.call(AttentionNorm.call(input)));
        return AddMlp(mixed).MoveToOuterDisposeScope();
    }

    /// <summary>What <see cref="forward"/> gives for the first token alone, [samples, 1, width].</summary>
    public Tensor FirstToken(Tensor input)
    {
        using var scope = NewDisposeScope();
        var mixed = Add(input.narrow(1, 0, 1), Attention.FirstToken(AttentionNorm.call(input)));
        return AddMlp(mixed).MoveToOuterDisposeScope();
    }

    private Tensor AddMlp(Tensor mixed) => Add(mixed, Mlp.call(MlpNorm.call(mixed)));

    // The branch is ours, so that it can take the sum where no gradients are recorded.
    private static Tensor Add(Tensor stream, Tensor branch) =>
        is_grad_enabled() ? branch.add(stream) : branch.add_(stream);
}
