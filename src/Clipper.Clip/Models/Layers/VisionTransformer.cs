using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Clipper.Clip.Models.Layers;

/// <summary>The vision transformer (Dosovitskiy et al. 2021, arXiv 2010.11929) with the switches of
/// <see cref="VisionSettings"/>: CLIP's tower (Radford et al. 2021, arXiv 2103.00020) is one setting of
/// them.</summary>
internal sealed class VisionTransformer : NamedModule
{
    private readonly VisionSettings _settings;
    private readonly Parameter _classEmbedding;
    private readonly Parameter _positionEmbedding;
    private readonly Dense _patch;
    private readonly Dense? _projection;

    /// <summary>Unfilled parameters on the device.</summary>
    /// <param name="settings">Its architecture.</param>
    /// <param name="device">Where it is.</param>
    /// <param name="linear">Type in which the linear layers compute.</param>
    /// <param name="stream">Type of everything between them.</param>
    public VisionTransformer(
        VisionSettings settings, Device device, ScalarType linear = ScalarType.Float32,
        ScalarType stream = ScalarType.Float32)
        : base(nameof(VisionTransformer))
    {
        _settings = settings;
        _classEmbedding = new Parameter(empty(settings.Width, dtype: stream, device: device));
        _positionEmbedding = new Parameter(empty(settings.Tokens, settings.Width, dtype: stream, device: device));
        _patch = new Dense(settings.PatchValues, settings.Width, settings.PatchBias, device, linear);
        NormBefore = settings.PreNorm ? new Norm(settings.Width, settings.LayerNormEps, device, stream) : null;
        Blocks = new Transformer(settings.Layers, BlockSettingsOf(settings, linear, stream), device);
        NormAfter = new Norm(settings.Width, settings.LayerNormEps, device, stream);
        _projection = settings.Projection
            ? new Dense(settings.Width, settings.EmbeddingSize, bias: false, device, linear)
            : null;
        Register();
    }

    /// <summary>The norm before the blocks, or null.</summary>
    public Norm? NormBefore { get; }

    /// <summary>The blocks.</summary>
    public Transformer Blocks { get; }

    /// <summary>The norm of the pooled token.</summary>
    public Norm NormAfter { get; }

    /// <summary>Rows of <see cref="PatchRows"/> [samples, tokens, patch values] to embeddings [samples, embedding],
    /// float32.</summary>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return FromTokens(Embed(input)).MoveToOuterDisposeScope();
    }

    /// <summary>What <see cref="Embed"/> gave to embeddings [samples, embedding], float32.</summary>
    public Tensor FromTokens(Tensor tokens)
    {
        using var scope = NewDisposeScope();
        var normed = NormBefore is null ? tokens : NormBefore.call(tokens);
        var pooled = NormAfter.call(Pool(normed));
        var result = _projection is null ? pooled : _projection.call(pooled);
        return result.to(ScalarType.Float32).MoveToOuterDisposeScope();
    }

    /// <summary>The patches' products with the convolution's weights, without bias; the class token's row is
    /// 0.</summary>
    public Tensor MultiplyPatches(Tensor rows) => _patch.WithoutBias(rows);

    /// <summary>Class token and patches, with their positions.</summary>
    public Tensor Embed(Tensor rows)
    {
        using var scope = NewDisposeScope();
        var products = MultiplyPatches(rows.to(_classEmbedding.dtype));
        var table = StartingRows().add(_positionEmbedding);
        return (is_grad_enabled() ? products.add(table) : products.add_(table)).MoveToOuterDisposeScope();
    }

    // What a row begins with: the class embedding in the first, the bias of the patches in the others.
    private Tensor StartingRows()
    {
        var first = _classEmbedding.unsqueeze(0);
        var others = _patch.Bias is null
            ? zeros(
                _settings.Tokens - 1, _settings.Width, dtype: _classEmbedding.dtype, device: _classEmbedding.device)
            : _patch.Bias.to(_classEmbedding.dtype).unsqueeze(0).expand(_settings.Tokens - 1, _settings.Width);
        return cat([first, others]);
    }

    private Tensor Pool(Tensor tokens) => _settings.Pooling == Pooling.ClassToken
        ? Blocks.FirstToken(tokens)
        : Blocks.call(tokens).narrow(1, 1, _settings.Tokens - 1).mean([1]);

    private void Register()
    {
        register_parameter("class_embedding", _classEmbedding);
        register_parameter("position_embedding", _positionEmbedding);
        register_module("patch", _patch);
        if (NormBefore is not null)
        {
            register_module("ln_pre", NormBefore);
        }

        register_module("transformer", Blocks);
        register_module("ln_post", NormAfter);
        if (_projection is not null)
        {
            register_module("proj", _projection);
        }
    }

    private static BlockSettings BlockSettingsOf(VisionSettings settings, ScalarType linear, ScalarType stream) => new(
        settings.Width, settings.Heads, settings.MlpWidth, settings.Activation, settings.LayerNormEps,
        Linear: linear, Stream: stream);
}
