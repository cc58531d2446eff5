using Clipper.Bench.Stages;
using Clipper.Clip.Checkpoints;
using Clipper.Clip.Imaging;
using Clipper.Core.Errors;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Stages;

public sealed class PixelsFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Goldens =>
        [.. GoldenFolder.Files("clip", "*_io.safetensors").Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Goldens))]
    public void Bytes_are_normalised_and_floats_are_taken_as_they_are(string golden)
    {
        string path = GoldenFolder.Combine("clip", golden);
        int size = SizeOf(path);
        using PixelsFile bytes = PixelsFile.Open(new TensorSource(path, "images_u8"), PreprocessSpec.Clip(size));
        using PixelsFile floats = PixelsFile.Open(new TensorSource(path, "pixel_values"), PreprocessSpec.Clip(size));

        Assert.Equal(floats.Ids, bytes.Ids);
        Assert.All(
            Enumerable.Range(0, bytes.Ids.Count),
            image => Assert.Equal(Planes(floats, image, size), Planes(bytes, image, size)));
    }

    [Fact]
    public void Preprocessed_images_come_with_their_names()
    {
        string path = _folder.Combine("p.safetensors");
        new SafetensorsWriter()
            .Add("f32/b", Image(2), 3, 2, 2)
            .Add("f32/a", Image(1), 3, 2, 2)
            .Save(path);

        using PixelsFile pixels = PixelsFile.Open(new TensorSource(path, null), PreprocessSpec.Clip(2));

        Assert.Equal(["a", "b"], pixels.Ids);
        Assert.Equal(Image(2), Planes(pixels, 1, 2));
    }

    [Fact]
    public void Preprocessed_bytes_are_normalised_as_the_model_wants_it_whatever_the_planes_beside_them()
    {
        string path = _folder.Combine("p.safetensors");
        new SafetensorsWriter()
            .Add("u8/a", Enumerable.Repeat((byte)255, 12).ToArray(), 2, 2, 3)
            .Add("f32/a", Image(7), 3, 2, 2)
            .Add("f32/b", Image(2), 3, 2, 2)
            .Save(path);
        PreprocessSpec half = PreprocessSpec.Clip(2) with { Mean = new(0.5f, 0.5f, 0.5f), Std = new(0.5f, 0.5f, 0.5f) };

        using PixelsFile pixels = PixelsFile.Open(new TensorSource(path, null), half);

        Assert.Equal(["a", "b"], pixels.Ids);
        Assert.Equal(Image(1), Planes(pixels, 0, 2));
        Assert.Equal(Image(2), Planes(pixels, 1, 2));
    }

    [Theory]
    [InlineData("f32/a")]
    [InlineData("pixel_values")]
    public void Pixels_of_another_size_are_refused(string name)
    {
        string path = _folder.Combine("p.safetensors");
        long[] shape = name == "f32/a" ? [3, 2, 2] : [1, 3, 2, 2];
        new SafetensorsWriter().Add(name, Image(1), shape).Save(path);

        var error = Assert.Throws<DataFileException>(
            () => PixelsFile.Open(new TensorSource(path, null), PreprocessSpec.Clip(4)));

        Assert.Contains("the model takes pixels of 4×4.", error.Message, StringComparison.Ordinal);
    }

    private static int SizeOf(string path)
    {
        using SafetensorsFile file = SafetensorsFile.Open(path);
        return (int)file.Tensors["images_u8"].Shape[1];
    }

    private static float[] Planes(PixelsFile pixels, int image, int size)
    {
        var planes = new float[3 * size * size];
        pixels.Read(image, planes);
        return planes;
    }

    private static float[] Image(float value) => [.. Enumerable.Repeat(value, 12)];
}
