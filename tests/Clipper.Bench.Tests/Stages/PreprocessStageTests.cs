using System.Text.RegularExpressions;
using Clipper.Bench.Stages;
using Clipper.Clip.Checkpoints;
using Clipper.Clip.Imaging;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Stages;

public sealed partial class PreprocessStageTests
{
    [Fact]
    public void Every_golden_image_has_its_golden_pixels()
    {
        using var folder = new TemporaryFolder();
        IReadOnlyList<ImageFile> images = ImageFiles.Expand([GoldenFolder.Combine("preprocess", "images")]);
        var golden = Npz.Read(GoldenFolder.Combine("preprocess", "openai_u8.npz"));
        Assert.NotEmpty(golden);
        foreach (var size in golden.Keys.GroupBy(key => int.Parse(SizeOf().Match(key).Value)))
        {
            string path = folder.Combine($"{size.Key}.safetensors");
            new PreprocessStage(PreprocessSpec.Clip(size.Key)).Run(images, path, new Silence(), default);
            using SafetensorsFile file = SafetensorsFile.Open(path);
            Assert.Equal(2 * images.Count, file.Tensors.Count);
            Assert.All(size, key => AssertPixels(file, golden[key], key[..key.LastIndexOf('@')], size.Key));
        }
    }

    [Fact]
    public void Cancelled_run_leaves_no_file()
    {
        using var folder = new TemporaryFolder();
        IReadOnlyList<ImageFile> images = ImageFiles.Expand([GoldenFolder.Combine("preprocess", "images")]);
        string path = folder.Combine("p.safetensors");

        Assert.Throws<OperationCanceledException>(() => new PreprocessStage(PreprocessSpec.Clip(8)).Run(
            images, path, new Silence(), new CancellationToken(canceled: true)));

        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void The_first_unreadable_image_is_named_and_no_file_is_left()
    {
        using var folder = new TemporaryFolder();
        string[] bad = [folder.Write("a.png", "text"), folder.Write("b.png", ""), folder.Write("c.png", "more text")];
        string path = folder.Combine("p.safetensors");

        var stage = new PreprocessStage(PreprocessSpec.Clip(8));

        var error = Assert.Throws<ImageException>(
            () => stage.Run(ImageFiles.Expand(bad), path, new Silence(), default));

        Assert.Equal(bad[0], error.Path);
        Assert.False(File.Exists(path));
    }

    private static void AssertPixels(SafetensorsFile file, NpyArray golden, string name, int size)
    {
        Assert.Equal([size, size, 3], file.Tensors[$"u8/{name}"].Shape);
        Assert.Equal([3, size, size], file.Tensors[$"f32/{name}"].Shape);
        Assert.True(file.Bytes($"u8/{name}").SequenceEqual(golden.Bytes), name);
    }

    [GeneratedRegex(@"(?<=@)\d+$")]
    private static partial Regex SizeOf();

    private sealed class Silence : IProgress<int>
    {
        public void Report(int value)
        {
        }
    }
}
