using Clipper.Clip.Imaging;
using Clipper.Clip.Models;
using Clipper.Core.Randomness;
using Xunit.Abstractions;
using static TorchSharp.torch;

namespace Clipper.Clip.Tests.Models;

/// <summary>What a GPU's placement does differently, on a CPU.</summary>
public sealed class TowerPlacementTests(ITestOutputHelper log)
{
    [Theory]
    [InlineData("random:3:image=16,patch=4,width=64,layers=2,heads=2,embedding=8", 3)]
    [InlineData("random:4:image=30,patch=10,width=64,layers=1,heads=1,embedding=16", 21)]
    public void Images_that_the_device_cuts_give_the_same_bits(string model, int count)
    {
        ModelDescription description = ModelLoader.Describe(model);
        byte[] pixels = Pixels(description, count);
        float[] planes = PlanesOf(description, pixels);
        using ImageEncoder host = Load(description, cuts: false, ScalarType.Float32);
        using ImageEncoder device = Load(description, cuts: true, ScalarType.Float32);

        Assert.Equal(OfPixels(host, pixels, count), OfPixels(device, pixels, count));
        Assert.Equal(OfPlanes(host, planes, count), OfPlanes(device, planes, count));
        // Again, fewer and more, in the buffers of the first call.
        Assert.Equal(OfPixels(host, pixels, 1), OfPixels(device, pixels, 1));
        Assert.Equal(OfPixels(host, pixels, count), OfPixels(device, pixels, count));
    }

    [Fact]
    public void Callers_side_by_side_have_buffers_of_their_own()
    {
        ModelDescription description =
            ModelLoader.Describe("random:3:image=16,patch=4,width=64,layers=2,heads=2,embedding=8");
        using ImageEncoder encoder = Load(description, cuts: true, ScalarType.Float32);
        byte[][] pixels = [.. Enumerable.Range(0, 6).Select(seed => Pixels(description, 4, (uint)seed))];
        float[][] expected = [.. pixels.Select(part => OfPixels(encoder, part, 4))];

        Parallel.For(0, 60, i => Assert.Equal(expected[i % 6], OfPixels(encoder, pixels[i % 6], 4)));
    }

    [Theory]
    [InlineData("random:3", 2e-4)]
    [InlineData("random:5:image=64,patch=16,width=384,layers=12,embedding=128", 2e-4)]
    public void Tower_that_is_narrow_from_end_to_end_differs_little(string model, double most)
    {
        ModelDescription description = ModelLoader.Describe(model);
        byte[] pixels = Pixels(description, 4);
        using ImageEncoder single = Load(description, cuts: false, ScalarType.Float32);
        using ImageEncoder narrow = Load(description, cuts: true, ScalarType.BFloat16);

        float[] expected = OfPixels(single, pixels, 4);
        float[] actual = OfPixels(narrow, pixels, 4);

        double distance = CosineDistance.Largest(expected, actual, single.Dimension);
        log.WriteLine($"1 - cosine: {distance:E2}");
        Assert.InRange(distance, 1e-12, most);
    }

    [Theory]
    [InlineData(Precision.Single, ScalarType.Float32)]
    [InlineData(Precision.BFloat16, ScalarType.BFloat16)]
    public void Processor_computes_between_the_linear_layers_in_float32(Precision precision, ScalarType linear)
    {
        if (precision == Precision.BFloat16 && !Precisions.ProcessorHasBFloat16)
        {
            log.WriteLine("not run: this processor has no bf16");
            return;
        }

        TowerPlacement placement = TowerPlacement.Of("cpu", precision);

        Assert.Equal(
            (linear, ScalarType.Float32, false), (placement.Linear, placement.Stream, placement.CutsOnDevice));
    }

    private static ImageEncoder Load(ModelDescription description, bool cuts, ScalarType type) => ImageEncoder.Load(
        description,
        new TowerPlacement(CPU, type, type, cuts),
        type == ScalarType.Float32 ? Precision.Single : Precision.BFloat16);

    private static byte[] Pixels(ModelDescription description, int count, uint seed = 9)
    {
        var random = new RandomState(seed);
        var pixels = new byte[count * 3 * description.Vision.ImageSize * description.Vision.ImageSize];
        foreach (ref byte value in pixels.AsSpan())
        {
            value = (byte)(random.NextDouble() * 256);
        }

        return pixels;
    }

    private static float[] PlanesOf(ModelDescription description, byte[] pixels)
    {
        var preprocessor = new ImagePreprocessor(description.Preprocess);
        int image = 3 * description.Vision.ImageSize * description.Vision.ImageSize;
        var planes = new float[pixels.Length];
        for (int start = 0; start < pixels.Length; start += image)
        {
            preprocessor.Normalize(pixels.AsSpan(start, image), planes.AsSpan(start, image));
        }

        return planes;
    }

    private static float[] OfPixels(ImageEncoder encoder, byte[] pixels, int count)
    {
        int image = 3 * encoder.Description.Vision.ImageSize * encoder.Description.Vision.ImageSize;
        var rows = new float[count * encoder.Dimension];
        encoder.EncodePixels(pixels.AsSpan(0, count * image), count, rows);
        return rows;
    }

    private static float[] OfPlanes(ImageEncoder encoder, float[] planes, int count)
    {
        var rows = new float[count * encoder.Dimension];
        encoder.Encode(planes, count, rows);
        return rows;
    }
}
