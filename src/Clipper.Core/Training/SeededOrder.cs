using Clipper.Core.Randomness;

namespace Clipper.Core.Training;

/// <summary>A new random order every epoch, from one stream. The orders of fewer epochs are the first ones of more, so
/// a model trained afresh for E epochs is the longer trajectory after E epochs, bit for bit.</summary>
/// <param name="seed">Seed of the stream.</param>
public sealed class SeededOrder(Seed seed) : IEpochOrder
{
    private readonly RandomState _random = new(seed);

    /// <inheritdoc />
    public void Next(Span<int> order)
    {
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        _random.Shuffle(order);
    }
}
