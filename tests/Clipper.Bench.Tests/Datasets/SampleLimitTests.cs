using Clipper.Bench.Datasets;

namespace Clipper.Bench.Tests.Datasets;

public sealed class SampleLimitTests
{
    private static readonly Sample[] _samples =
    [
        new("a1", [0]), new("a2", [0]), new("a3", [0]), new("b1", [1]), new("c1", [2]), new("c2", [2]),
    ];

    [Theory]
    [InlineData(0, "a1 a2 a3 b1 c1 c2")]
    [InlineData(1, "a1")]
    [InlineData(3, "a1 b1 c1")]
    [InlineData(4, "a1 a2 b1 c1")]
    [InlineData(5, "a1 a2 b1 c1 c2")]
    [InlineData(6, "a1 a2 a3 b1 c1 c2")]
    [InlineData(99, "a1 a2 a3 b1 c1 c2")]
    public void Apply_takes_classes_in_turn(int limit, string expected) =>
        Assert.Equal(expected, string.Join(' ', SampleLimit.Apply(_samples, 3, limit).Select(s => s.Id)));

    [Fact]
    public void Apply_sample_with_several_labels_counts_once()
    {
        Sample[] samples = [new("x", [0, 1]), new("y", [1]), new("z", [0])];

        Assert.Equal(["x", "y"], SampleLimit.Apply(samples, 2, 2).Select(s => s.Id));
    }
}
