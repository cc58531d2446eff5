using System.ComponentModel;
using System.Numerics;
using BenchmarkDotNet.Attributes;
using Clipper.Benchmarks.Suite;
using Clipper.Core.Randomness;

namespace Clipper.Benchmarks.Randomness;

/// <summary>NumPy's permutation of a class's images, which is most of what an episode's draw takes.</summary>
[Description("NumPy's permutation")]
public class ShuffleBenchmark : ICountedWork
{
    private readonly PlainMt19937 _plain = new(1);
    private readonly RandomState _state = new(1u);
    private int[] _items = [];

    [Params(20, 1_000)]
    public int Count { get; set; }

    [GlobalSetup]
    public void Number() => _items = [.. Enumerable.Range(0, Count)];

    [Benchmark(Baseline = true)]
    public void Plain()
    {
        for (int i = _items.Length - 1; i > 0; i--)
        {
            uint mask = uint.MaxValue >> BitOperations.LeadingZeroCount((uint)i);
            uint j;
            do
            {
                j = _plain.Next() & mask;
            }
            while (j > i);
            (_items[i], _items[j]) = (_items[j], _items[i]);
        }
    }

    [Benchmark]
    public void Shuffle() => _state.Shuffle<int>(_items);

    /// <inheritdoc />
    public Work WorkOf(string benchmark) => new(Count, "numbers", Bytes: 2.0 * Count * sizeof(int));
}
