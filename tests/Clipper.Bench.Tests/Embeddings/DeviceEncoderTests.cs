using Clipper.Bench.Embeddings;

namespace Clipper.Bench.Tests.Embeddings;

public sealed class DeviceEncoderTests
{
    [Theory]
    [InlineData(true, 8, 8, 16, 16)]
    [InlineData(true, 1, 1, 1, 1)]
    [InlineData(false, 8, 64, 16, 2)]
    [InlineData(false, 1, 64, 1, 2)]
    [InlineData(false, 300, 300, 2, 2)]
    public void Batch_and_workers_are_what_the_device_wants(
        bool isOnCpu, int askedBatch, int batch, int askedWorkers, int workers)
    {
        using var tower = new SmallDevice<float>(capacity: 1);
        using var encoder = new DeviceEncoder<float>(tower, isOnCpu, 1, tower.Encode);

        Assert.Equal((batch, workers), (encoder.Batch(askedBatch), encoder.Workers(askedWorkers)));
    }

    [Fact]
    public void Rows_are_the_tower_s_and_it_goes_with_the_encoder()
    {
        var tower = new SmallDevice<int>(capacity: 2);
        var embeddings = new float[2];

        using (var encoder = new DeviceEncoder<int>(tower, isOnCpu: false, 1, tower.Encode))
        {
            encoder.Encode([3, 0, 5, 0], 2, embeddings);
        }

        Assert.Equal([3f, 5f], embeddings);
        Assert.True(tower.IsDisposed);
    }
}
