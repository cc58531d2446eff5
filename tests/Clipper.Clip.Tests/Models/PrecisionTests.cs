using Clipper.Clip.Models;
using Clipper.Core.Errors;
using Clipper.Core.Randomness;
using Xunit.Abstractions;
using static TorchSharp.torch;

namespace Clipper.Clip.Tests.Models;

public sealed class PrecisionTests(ITestOutputHelper log)
{
    [Theory]
    [InlineData("random:3", 1e-4)] // 128 wide: fewer roundings cancel out
    [InlineData("random:5:image=64,patch=16,width=384,layers=12,embedding=128", 1.1e-5)] // 0.8e-5 to 1.03e-5 by kernels
    public void Encode_in_bf16_differs_little_from_fp32(string model, double most)
    {
        if (!Precisions.ProcessorHasBFloat16)
        {
            log.WriteLine("not run: this processor has no bf16");
            return;
        }

        float[] planes = Planes(ModelLoader.Describe(model), 4);
        using var single = ImageEncoder.Load(ModelLoader.Describe(model), "cpu");
        using var narrow = ImageEncoder.Load(ModelLoader.Describe(model), "cpu", Precision.BFloat16);

        float[] expected = Encode(single, planes);
        float[] actual = Encode(narrow, planes);

        double distance = CosineDistance.Largest(expected, actual, single.Dimension);
        log.WriteLine($"1 - cosine: {distance:E2}");
        Assert.InRange(distance, 1e-12, most);
        Assert.Equal(Precision.BFloat16, narrow.Precision);
    }

    [Theory]
    [InlineData(Precision.Single, ScalarType.Float32)]
    [InlineData(Precision.TensorFloat32, ScalarType.Float32)] // a switch of libtorch's products, no type
    [InlineData(Precision.BFloat16, ScalarType.BFloat16)]
    [InlineData(Precision.Half, ScalarType.Float16)]
    public void Type_of_a_precision_is_that_of_the_weights(Precision precision, ScalarType type) =>
        Assert.Equal(type, Precisions.TypeOf(precision));

    [Fact]
    public void Load_in_fp16_on_the_cpu_names_what_the_cpu_can_do()
    {
        var error = Assert.Throws<UsageException>(
            () => ImageEncoder.Load(ModelLoader.Describe("random:3"), "cpu", Precision.Half));

        Assert.Contains("dtype fp16 needs a GPU", error.Message);
    }

    [Fact]
    public void RequireOnCpu_bf16_on_a_processor_without_it_says_why()
    {
        var error = Assert.Throws<UsageException>(
            () => Precisions.RequireOnCpu(Precision.BFloat16, processorHasBFloat16: false));

        Assert.Contains("neither avx512_bf16 nor amx_bf16", error.Message);
        Precisions.RequireOnCpu(Precision.BFloat16, processorHasBFloat16: true);
        Precisions.RequireOnCpu(Precision.Single, processorHasBFloat16: false);
    }

    [Fact]
    public void ProcessorHasBFloat16_is_what_the_kernel_says()
    {
        const string flags = "/proc/cpuinfo";
        if (File.Exists(flags))
        {
            string text = File.ReadAllText(flags);
            bool expected = text.Contains(" avx512_bf16", StringComparison.Ordinal)
                || text.Contains(" amx_bf16", StringComparison.Ordinal);

            Assert.Equal(expected, Precisions.ProcessorHasBFloat16);
        }
    }

    [Fact]
    public void Parse_knows_its_own_names_and_no_other()
    {
        Assert.All(Precisions.All, known => Assert.Equal(known.Value, Precisions.Parse(known.Name)));
        Assert.All(Precisions.All, known => Assert.Equal(known.Name, Precisions.NameOf(known.Value)));
        Assert.Throws<UsageException>(() => Precisions.Parse("float32"));
    }

    private static float[] Encode(ImageEncoder encoder, float[] planes)
    {
        int size = encoder.Description.Vision.ImageSize;
        int images = planes.Length / (3 * size * size);
        var rows = new float[images * encoder.Dimension];
        encoder.Encode(planes, images, rows);
        return rows;
    }

    private static float[] Planes(ModelDescription model, int images)
    {
        var random = new RandomState(5);
        int size = model.Vision.ImageSize;
        return [.. Enumerable.Range(0, images * 3 * size * size).Select(_ => (float)(4 * random.NextDouble() - 2))];
    }
}
