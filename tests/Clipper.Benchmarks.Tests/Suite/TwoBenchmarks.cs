using BenchmarkDotNet.Attributes;

namespace Clipper.Benchmarks.Tests.Suite;

/// <summary>A benchmark that ends and one that does not.</summary>
public class TwoBenchmarks
{
    private readonly int _answer = 1;

    [Benchmark]
    public int End() => _answer;

    [Benchmark]
    public int Throw() => throw new InvalidOperationException($"on purpose, not {_answer}");
}
