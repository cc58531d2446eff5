using System.Runtime.InteropServices;
using Clipper.Bench.Embeddings;
using Clipper.Bench.Stages;
using Clipper.Bench.Tests.Embeddings;
using Clipper.Clip.Checkpoints;
using Clipper.Clip.Imaging;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Stages;

public sealed class PixelPassTests
{
    private const int Side = 2;
    private const int Images = 150;

    [Fact]
    public void Pixels_go_to_a_gpu_in_its_batches_and_in_halves_where_they_do_not_fit()
    {
        using var folder = new TemporaryFolder();
        float[] planes = [.. Enumerable.Range(0, Images * 3 * Side * Side).Select(i => (float)i)];
        string path = folder.Combine("pixels.safetensors");
        new SafetensorsWriter().Add("pixels", planes, Images, 3, Side, Side).Save(path);
        using PixelsFile pixels = PixelsFile.Open(TensorSource.Parse(path), PreprocessSpec.Clip(Side));
        var tower = new SmallDevice<float>(capacity: 40);
        var gpu = new DeviceEncoder<float>(tower, isOnCpu: false, 1, tower.Encode);
        using var encoder = new HalvingEncoder<float>(gpu);
        using var rows = new RowFile(folder.Path, Images, 1);
        int done = 0;

        new PixelPass(encoder, pixels, rows, new StageClock()).Run(
            new EmbeddingOptions(Batch: 8, Workers: 5), count => Max(ref done, count), CancellationToken.None);

        using var written = new MemoryStream();
        rows.CopyTo(written);
        float[] expected = [.. Enumerable.Range(0, Images).Select(i => planes[i * 3 * Side * Side])];
        Assert.Equal(MemoryMarshal.AsBytes<float>(expected).ToArray(), written.ToArray());
        Assert.Equal(Images, done);
        Assert.Contains(64, tower.Calls);
        Assert.Contains(32, tower.Calls);
    }

    private static void Max(ref int most, int value)
    {
        int before = Volatile.Read(ref most);
        while (value > before && Interlocked.CompareExchange(ref most, value, before) != before)
        {
            before = Volatile.Read(ref most);
        }
    }
}
