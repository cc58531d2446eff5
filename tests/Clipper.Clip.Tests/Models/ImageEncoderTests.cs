using System.Numerics.Tensors;
using Clipper.Clip.Imaging;
using Clipper.Clip.Models;
using Clipper.Clip.Models.Weights;
using Clipper.Core.Errors;
using Clipper.Core.Randomness;
using Clipper.Testing;

namespace Clipper.Clip.Tests.Models;

public sealed class ImageEncoderTests
{
    private const string Tiny = "random:5:image=32,patch=8,width=128,layers=3,embedding=48";

    [Theory]
    [InlineData(Activation.QuickGelu, true, false, true, Pooling.ClassToken)]
    [InlineData(Activation.Gelu, true, false, true, Pooling.ClassToken)]
    [InlineData(Activation.Gelu, false, true, false, Pooling.ClassToken)]
    [InlineData(Activation.QuickGelu, false, true, true, Pooling.PatchMean)]
    [InlineData(Activation.Gelu, true, true, false, Pooling.PatchMean)]
    public void Encode_any_switches_agrees_with_the_definition(
        Activation activation, bool preNorm, bool patchBias, bool projection, Pooling pooling)
    {
        var settings = new VisionSettings(
            ImageSize: 12, PatchSize: 4, Width: 24, Layers: 2, Heads: 3, MlpWidth: 40, projection ? 7 : 24,
            activation, 1e-3, preNorm, patchBias, projection, pooling);
        float[] planes = Planes(settings, 1);
        var weights = new RandomWeights(11, VisionShape.Of(settings));

        float[] actual = Encode(Description(settings, 11), planes, [1]);

        double[] expected = new ReferenceVision(settings, weights).Encode(planes);
        Assert.InRange(RelativeError.Between(actual, expected), 0, RelativeError.Tolerance);
    }

    [Fact]
    public void Encode_rows_do_not_depend_on_the_batch()
    {
        var description = ModelLoader.Describe(Tiny);
        float[] planes = Planes(description.Vision, 67);
        float[] alone = Encode(description, planes, [.. Enumerable.Repeat(1, 67)]);

        foreach (int batch in new[] { 3, 8, 64, 67 })
        {
            int[] batches = [.. Enumerable.Range(0, 67).Chunk(batch).Select(images => images.Length)];
            float[] together = Encode(description, planes, batches);

            Assert.InRange(LargestUnitDifference(alone, together, description.Vision.EmbeddingSize), 0, 1e-6);
        }
    }

    [Fact]
    public void Encode_bits_do_not_depend_on_the_number_of_workers()
    {
        var description = ModelLoader.Describe(Tiny);
        float[] planes = Planes(description.Vision, 8);
        using var encoder = ImageEncoder.Load(description, "cpu");
        var expected = new float[8 * encoder.Dimension];
        encoder.Encode(planes, 8, expected);

        Parallel.For(0, 32, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ =>
        {
            var actual = new float[expected.Length];
            encoder.Encode(planes, 8, actual);
            Assert.Equal(expected, actual);
        });
    }

    [Fact]
    public void Encode_no_images_does_nothing()
    {
        using var encoder = ImageEncoder.Load(ModelLoader.Describe(Tiny), "cpu");

        encoder.Encode([], 0, []);

        Assert.Equal(48, encoder.Dimension);
    }

    [Fact]
    public void Encode_wrong_lengths_are_refused_before_torch()
    {
        using var encoder = ImageEncoder.Load(ModelLoader.Describe(Tiny), "cpu");

        Assert.Throws<ArgumentException>(() => encoder.Encode(new float[3 * 32 * 31], 1, new float[48]));
        Assert.Throws<ArgumentException>(() => encoder.Encode(new float[3 * 32 * 32], 1, new float[47]));
        Assert.Throws<ArgumentException>(() => encoder.Encode([], -1, []));
        Assert.Throws<ArgumentException>(() => encoder.EncodePixels(new byte[3 * 32 * 31], 1, new float[48]));
        Assert.Throws<ArgumentException>(() => encoder.EncodePixels(new byte[3 * 32 * 32], 1, new float[47]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(19)]
    public void EncodePixels_bits_are_those_of_the_normalised_planes(int images)
    {
        var description = ModelLoader.Describe(Tiny);
        int length = 3 * description.Vision.ImageSize * description.Vision.ImageSize;
        var random = new RandomState((uint)images);
        byte[] pixels = [.. Enumerable.Range(0, images * length).Select(_ => (byte)random.NextIndex(256))];
        var planes = new float[pixels.Length];
        var preprocessor = new ImagePreprocessor(description.Preprocess);
        for (int start = 0; start < pixels.Length; start += length)
        {
            preprocessor.Normalize(pixels.AsSpan(start, length), planes.AsSpan(start, length));
        }

        using var encoder = ImageEncoder.Load(description, "cpu");
        var expected = new float[images * encoder.Dimension];
        encoder.Encode(planes, images, expected);
        var actual = new float[expected.Length];

        encoder.EncodePixels(pixels, images, actual);

        Assert.Equal(expected, actual);
        Assert.Equal(images == 0, expected.All(value => value == 0));
    }

    [Fact]
    public void Load_same_weights_under_other_names_give_the_same_bits()
    {
        using var folder = new TemporaryFolder();
        var settings = CheckpointBuilder.Small;
        float[] planes = Planes(settings, 3);
        float[] expected = Encode(Description(settings, 7), planes, [3]);

        foreach (ITowerNames names in new ITowerNames[] { new OpenAINames("openai"), new HuggingFaceNames() })
        {
            string path = folder.Combine(names.Format + ".safetensors");
            CheckpointBuilder.Tensors(settings, names).Save(path);

            Assert.Equal(expected, Encode(Description(settings, 0) with { Path = path }, planes, [3]));
        }
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Load_weight_that_is_not_finite_is_refused_by_name(float value)
    {
        const string Tensor = "visual.ln_post.bias";
        using var folder = new TemporaryFolder();
        string path = folder.Combine("model.safetensors");
        var bias = new float[CheckpointBuilder.Small.Width];
        bias[^1] = value;
        CheckpointBuilder.Tensors(CheckpointBuilder.Small, new OpenAINames("openai"), name => name != Tensor)
            .Add(Tensor, bias, bias.Length)
            .Save(path);

        var error = Assert.Throws<DataFileException>(
            () => ImageEncoder.Load(Description(CheckpointBuilder.Small, 0) with { Path = path }, "cpu"));

        Assert.Contains($"'{Tensor}' holds NaN or infinity", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gpu")]
    [InlineData("cuda:x")]
    [InlineData("cuda:1:2")]
    [InlineData("cuda:99")]
    public void Load_unknown_device_is_a_usage_error(string device)
    {
        var error = Assert.Throws<UsageException>(() => ImageEncoder.Load(ModelLoader.Describe(Tiny), device));

        Assert.Contains($"'{device}'", error.Message, StringComparison.Ordinal);
    }

    private static ModelDescription Description(VisionSettings settings, ulong seed)
    {
        var pixels = PreprocessSpec.Clip(settings.ImageSize);
        return new ModelDescription("x", null, "", ModelDescription.RandomFormat, settings, pixels) { Seed = seed };
    }

    private static float[] Encode(ModelDescription description, float[] planes, int[] batches)
    {
        using var encoder = ImageEncoder.Load(description, "cpu");
        int imageValues = planes.Length / batches.Sum();
        var embeddings = new float[batches.Sum() * encoder.Dimension];
        int start = 0;
        foreach (int count in batches)
        {
            encoder.Encode(
                planes.AsSpan(start * imageValues, count * imageValues),
                count,
                embeddings.AsSpan(start * encoder.Dimension, count * encoder.Dimension));
            start += count;
        }

        return embeddings;
    }

    private static float[] Planes(VisionSettings settings, int count)
    {
        var random = new RandomState(3);
        var planes = new float[count * 3 * settings.ImageSize * settings.ImageSize];
        foreach (ref float value in planes.AsSpan())
        {
            value = (float)((random.NextDouble() * 4) - 2);
        }

        return planes;
    }

    private static double LargestUnitDifference(float[] a, float[] b, int columns)
    {
        double largest = 0;
        for (int start = 0; start < a.Length; start += columns)
        {
            float normA = TensorPrimitives.Norm(a.AsSpan(start, columns));
            float normB = TensorPrimitives.Norm(b.AsSpan(start, columns));
            for (int i = start; i < start + columns; i++)
            {
                largest = Math.Max(largest, Math.Abs(((double)a[i] / normA) - ((double)b[i] / normB)));
            }
        }

        return largest;
    }
}
