using Clipper.Bench.Embeddings;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Bench.Tests.Embeddings;

public sealed class TextPassTests
{
    [Fact]
    public void Texts_go_to_a_gpu_in_its_batches_and_in_halves_where_they_do_not_fit()
    {
        var tower = new SmallDevice<int>(capacity: 40);
        var gpu = new DeviceEncoder<int>(tower, isOnCpu: false, 1, tower.Encode);
        using var encoder = new HalvingEncoder<int>(gpu);
        int[][] tokens = [.. Enumerable.Range(0, 150).Select(text => new[] { text, 7, 7 })];

        Matrix<float> rows = TextPass.Run(encoder, tokens, 1, null, CancellationToken.None);

        Assert.Equal(Enumerable.Range(0, 150).Select(text => (float)text), rows.Values.ToArray());
        Assert.Contains(64, tower.Calls);
        Assert.Contains(32, tower.Calls);
        Assert.All(tower.Calls, count => Assert.InRange(count, 1, 64));
    }
}
