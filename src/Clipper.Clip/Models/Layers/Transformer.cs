using System.Globalization;
using static TorchSharp.torch;

namespace Clipper.Clip.Models.Layers;

/// <summary>Blocks in a row; of a vision or a text tower.</summary>
internal sealed class Transformer : NamedModule
{
    private readonly TransformerBlock[] _blocks;

    /// <summary>Unfilled parameters on the device; at least one layer.</summary>
    public Transformer(int layers, BlockSettings settings, Device device)
        : base(nameof(Transformer))
    {
        _blocks = new TransformerBlock[layers];
        for (int i = 0; i < layers; i++)
        {
            _blocks[i] = new TransformerBlock(settings, device);
            register_module(i.ToString(CultureInfo.InvariantCulture), _blocks[i]);
        }
    }

    /// <summary>The blocks in order.</summary>
    public IReadOnlyList<TransformerBlock> Blocks => _blocks;

    /// <summary>[samples, tokens, width] to the same.</summary>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return _blocks[^1].call(AllButLast(input)).MoveToOuterDisposeScope();
    }

    /// <summary>What <see cref="forward"/> gives for the first token alone, [samples, width]. The last block
    /// computes no other: with twelve blocks that saves a fifteenth of the work.</summary>
    public Tensor FirstToken(Tensor input)
    {
        using var scope = NewDisposeScope();
        return _blocks[^1].FirstToken(AllButLast(input)).select(1, 0).MoveToOuterDisposeScope();
    }

    private Tensor AllButLast(Tensor input)
    {
        var stream = input;
        foreach (var block in _blocks.AsSpan()[..^1])
        {
            using var before = ReferenceEquals(stream, input) ? null : stream;
            stream = block.call(stream);
        }

        return stream;
    }
}
