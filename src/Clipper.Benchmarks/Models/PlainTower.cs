using static TorchSharp.torch;

namespace Clipper.Benchmarks.Models;

/// <summary>ViT-B/32 with random weights in plain torch operators, one for one as the Python reference calls
/// them.</summary>
internal sealed class PlainTower : IDisposable
{
    private const int Width = 768;
    private const int Heads = 12;
    private const int Layers = 12;
    private const int Patch = 32;
    private const int Tokens = 50;
    private const int Embedding = 512;

    private readonly Tensor _patch = Weights(Width, 3, Patch, Patch);
    private readonly Tensor _class = Weights(1, 1, Width);
    private readonly Tensor _positions = Weights(Tokens, Width);
    private readonly Tensor _norm = Weights(Width);
    private readonly Tensor _projection = Weights(Embedding, Width);
    private readonly (Tensor Weight, Tensor Bias)[][] _layers =
    [
        .. Enumerable.Range(0, Layers).Select(_ => new[]
        {
            (Weights(3 * Width, Width), Weights(3 * Width)),
            (Weights(Width, Width), Weights(Width)),
            (Weights(4 * Width, Width), Weights(4 * Width)),
            (Weights(Width, 4 * Width), Weights(Width)),
        }),
    ];

    /// <summary>Images [n, 3, 224, 224] to the sum of their embeddings, so that nothing is left out.</summary>
    public float Encode(Tensor images)
    {
        using var mode = inference_mode();
        using var scope = NewDisposeScope();
        var patches = nn.functional.conv2d(images, _patch, strides: [Patch, Patch]).flatten(2).transpose(1, 2);
        var tokens = Norm(cat([_class.expand(images.size(0), 1, Width), patches], 1).add(_positions));
        foreach (var layer in _layers)
        {
            tokens = Block(tokens, layer);
        }

        return nn.functional.linear(Norm(tokens.select(1, 0)), _projection).sum().item<float>();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var tensor in new[] { _patch, _class, _positions, _norm, _projection })
        {
            tensor.Dispose();
        }

        foreach (var (weight, bias) in _layers.SelectMany(layer => layer))
        {
            weight.Dispose();
            bias.Dispose();
        }
    }

    private Tensor Block(Tensor tokens, (Tensor Weight, Tensor Bias)[] layer)
    {
        using var scope = NewDisposeScope();
        long samples = tokens.size(0);
        var packed = Linear(Norm(tokens), layer[0])
            .view(samples, Tokens, 3, Heads, Width / Heads).permute(2, 0, 3, 1, 4);
        var parts = packed.unbind();
        var mixed = nn.functional.scaled_dot_product_attention(parts[0], parts[1], parts[2]);
        tokens = tokens.add(Linear(mixed.transpose(1, 2).reshape(samples, Tokens, Width), layer[1]));
        var hidden = Linear(Norm(tokens), layer[2]);
        hidden = hidden.mul(hidden.mul(1.702).sigmoid());
        return tokens.add(Linear(hidden, layer[3])).MoveToOuterDisposeScope();
    }

    private Tensor Norm(Tensor tokens) => nn.functional.layer_norm(tokens, [Width], _norm, _norm);

    private static Tensor Linear(Tensor input, (Tensor Weight, Tensor Bias) layer) =>
        nn.functional.linear(input, layer.Weight, layer.Bias);

    private static Tensor Weights(params long[] shape) => rand(shape).mul_(0.02);
}
