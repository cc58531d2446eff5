using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Clipper.Clip.Models.Layers;

/// <summary>CLIP's text transformer (Radford et al. 2021, arXiv 2103.00020): tokens and positions, causal blocks, a
/// norm, the output of one token, a projection.</summary>
internal sealed class TextTransformer : NamedModule
{
    private readonly TextSettings _settings;
    private readonly Parameter _tokenEmbedding;
    private readonly Parameter _positionEmbedding;
    private readonly Dense _projection;

    /// <summary>Unfilled parameters on the device.</summary>
    public TextTransformer(TextSettings settings, Device device)
        : base(nameof(TextTransformer))
    {
        _settings = settings;
        _tokenEmbedding = new Parameter(empty(settings.VocabularySize, settings.Width, device: device));
        _positionEmbedding = new Parameter(empty(settings.ContextLength, settings.Width, device: device));
        Blocks = new Transformer(settings.Layers, BlockSettingsOf(settings), device);
        NormAfter = new Norm(settings.Width, settings.LayerNormEps, device);
        _projection = new Dense(settings.Width, settings.EmbeddingSize, bias: false, device);
        register_parameter("token_embedding", _tokenEmbedding);
        register_parameter("position_embedding", _positionEmbedding);
        register_module("transformer", Blocks);
        register_module("ln_post", NormAfter);
        register_module("proj", _projection);
    }

    /// <summary>The blocks.</summary>
    public Transformer Blocks { get; }

    /// <summary>The norm of the pooled token.</summary>
    public Norm NormAfter { get; }

    /// <summary>Token ids, int64 [texts, tokens], to embeddings [texts, embedding]. Rows may be shorter than the
    /// context, as long as they reach to the pooled token: a causal tower sees nothing after it.</summary>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var pooled = Pool(Blocks.call(Embed(input)), input);
        return _projection.call(NormAfter.call(pooled)).MoveToOuterDisposeScope();
    }

    /// <summary>The tokens with their positions, [texts, tokens, width].</summary>
    public Tensor Embed(Tensor input)
    {
        using var scope = NewDisposeScope();
        long tokens = input.size(1);
        var rows = _tokenEmbedding.index_select(0, input.reshape(-1)).view(input.size(0), tokens, _settings.Width);
        return rows.add(_positionEmbedding.narrow(0, 0, tokens)).MoveToOuterDisposeScope();
    }

    // [texts, tokens, width] to [texts, width]. Of equal values, argmax takes the first.
    private Tensor Pool(Tensor stream, Tensor input)
    {
        var marks = _settings.EndToken is { } end ? input.eq(end).to(ScalarType.Int64) : input;
        var positions = marks.argmax(1).view(-1, 1, 1).expand(-1, -1, _settings.Width);
        return stream.gather(1, positions).squeeze(1);
    }

    private static BlockSettings BlockSettingsOf(TextSettings settings) => new(
        settings.Width, settings.Heads, settings.MlpWidth, settings.Activation, settings.LayerNormEps, IsCausal: true);
}
