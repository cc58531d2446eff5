using Clipper.Bench.Embeddings;
using Clipper.Bench.Stages;
using Clipper.Clip.Checkpoints;
using Clipper.Clip.Imaging;
using Clipper.Clip.Models;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Stages;

public sealed class EmbedStageTests : IDisposable
{
    // One that cannot be read may be a tenth at most.
    private const int Images = 11;

    private readonly TemporaryFolder _folder = new();
    private readonly ModelDescription _model;

    public EmbedStageTests() => _model = ModelLoader.Describe(TinyClip.Write(_folder));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Images_give_their_rows_without_the_skipped_ones_and_a_line_of_stages()
    {
        string[] paths = [.. Enumerable.Range(0, Images).Select(Picture)];
        File.WriteAllText(paths[2], "no image");
        EmbedStage stage = Stage("images", new(
            _folder.Combine("cache"), "cpu", Batch: 2, OnBadImage: BadImagePolicy.Skip));

        EmbedOutcome outcome = Embed(stage, paths);
        EmbedOutcome again = Embed(stage, paths);

        Assert.Equal((Images - 1, "02.bmp"), (outcome.Rows, outcome.Skipped.Single().Id));
        Assert.Matches("^embed images with tiny-clip: 11 images in .*: read .*, decode .*, write ", outcome.Timing);
        Assert.Null(again.Timing);
        EmbeddingsFile file = EmbeddingsFile.Read(TensorSource.Parse(stage.Path));
        Assert.Equal(["00.bmp", "01.bmp", "03.bmp"], file.Ids.Take(3));
        AssertNear(Row(paths[3]), file.Values.Row(2));
        AssertNear(Row(paths[^1]), file.Values.Row(Images - 2));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 2)]
    [InlineData(64, 4)]
    public void Pixels_give_the_same_file_whatever_batch_and_threads(int batch, int threads)
    {
        var pixels = new byte[7 * 16 * 16 * 3];
        new Random(5).NextBytes(pixels);
        string source = _folder.Combine("pixels.safetensors");
        new SafetensorsWriter().Add("pixels", pixels, 7, 16, 16, 3).Save(source);
        EmbedStage stage = Stage("pixels", new(Device: "cpu", Batch: batch, Workers: threads));

        using PixelsFile file = PixelsFile.Open(TensorSource.Parse(source), _model.Preprocess);
        EmbedOutcome outcome = stage.EmbedPixels(file, new Silence(), CancellationToken.None);

        Assert.Equal(7, outcome.Rows);
        Assert.StartsWith("embed pixels with tiny-clip: 7 images in ", outcome.Timing, StringComparison.Ordinal);
        EmbeddingsFile written = EmbeddingsFile.Read(TensorSource.Parse(stage.Path));
        Assert.Equal(7, written.Ids.Count);
        using var encoder = ImageEncoder.Load(_model, "cpu");
        var planes = new float[3 * 16 * 16];
        for (int row = 0; row < 7; row++)
        {
            file.Read(row, planes);
            var expected = new float[encoder.Dimension];
            encoder.Encode(planes, 1, expected);
            AssertNear(expected, written.Values.Row(row));
        }

        Assert.Empty(Directory.GetFiles(_folder.Path, "*.tmp"));
    }

    [Fact]
    public void Cancelled_pass_leaves_no_file()
    {
        EmbedStage stage = Stage("cancelled", new(_folder.Combine("cache"), "cpu"));

        Assert.ThrowsAny<OperationCanceledException>(() => stage.EmbedImages(
            ImageFiles.Expand([Picture(0)]), _ => { }, new Silence(), new CancellationToken(canceled: true)));

        Assert.False(File.Exists(stage.Path));
    }

    private static void AssertNear(float[] expected, ReadOnlySpan<float> actual) =>
        Assert.All(expected.Zip(actual.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));

    private static EmbedOutcome Embed(EmbedStage stage, string[] paths) =>
        stage.EmbedImages(ImageFiles.Expand(paths), _ => { }, new Silence(), CancellationToken.None);

    private EmbedStage Stage(string name, EmbeddingOptions options) =>
        new(_model, options, _folder.Combine(name + ".safetensors"));

    private float[] Row(string path)
    {
        var preprocessor = new ImagePreprocessor(_model.Preprocess);
        var pixels = new byte[16 * 16 * 3];
        var planes = new float[3 * 16 * 16];
        using Raster picture = ImageDecoder.Decode(File.ReadAllBytes(path), path);
        preprocessor.ToPixels(picture, path, pixels);
        preprocessor.Normalize(pixels, planes);
        using var encoder = ImageEncoder.Load(_model, "cpu");
        var row = new float[encoder.Dimension];
        encoder.Encode(planes, 1, row);
        return row;
    }

    private string Picture(int index)
    {
        var pixels = new byte[20 * 18 * 3];
        new Random(index).NextBytes(pixels);
        using var raster = Raster.FromPixels(ImageMode.Rgb, 20, 18, pixels);
        string path = _folder.Combine($"{index:00}.bmp");
        File.WriteAllBytes(path, BmpWriter.Write(raster));
        return path;
    }

    private sealed class Silence : IProgress<EmbeddingProgress>
    {
        public void Report(EmbeddingProgress value)
        {
        }
    }
}
