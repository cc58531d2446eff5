using Clipper.Clip.Checkpoints;
using Clipper.Clip.Models;
using Clipper.Clip.Text;
using Clipper.Core.Errors;
using Clipper.Testing;

namespace Clipper.Clip.Tests.Models;

public sealed class ModelConversionTests : IDisposable
{
    private static readonly string[] Endings = [".safetensors", ".pt", ".pth", ".bin"];

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Sources => new(Files);

    private static IEnumerable<string> Files => Directory.EnumerateFiles(GoldenFolder.Combine("clip"))
        .Where(path => Endings.Contains(Path.GetExtension(path)))
        .Where(path => !path.EndsWith("_io.safetensors", StringComparison.Ordinal))
        .Select(path => Path.GetFileName(path))
        .Order(StringComparer.Ordinal);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Sources))]
    public void Convert_keeps_every_tensor_and_every_switch(string file)
    {
        string source = GoldenFolder.Combine("clip", file);
        var before = ModelLoader.Describe(source);
        using var tensors = TensorFile.OpenAny(source);

        var converted = ModelConversion.Convert(source, _folder.Combine("out", "folder"));

        var after = ModelLoader.Describe(_folder.Combine("out", "folder"));
        Assert.Equal((before.Name, before.Vision, before.Preprocess), (after.Name, after.Vision, after.Preprocess));
        Assert.NotNull(before.Text);
        Assert.Equal((before.Text, before.LogitScale), (after.Text, after.LogitScale));
        Assert.Equal("safetensors", after.Container);
        Assert.Equal(tensors.Tensors.Count, converted.Tensors);
        Assert.Equal(tensors.ComputeTensorsSha256(), converted.TensorsHash);
        Assert.Equal(
            ["model.json", "model.safetensors"],
            Directory.EnumerateFiles(_folder.Combine("out", "folder")).Select(path => Path.GetFileName(path)).Order());
    }

    [Fact]
    public void Convert_keeps_vocabulary_and_licence()
    {
        string source = TinyClip.Write(_folder, "source");
        string json = _folder.Combine("source", "model.json");
        File.WriteAllText(json, """{ "licence": "MIT", """ + File.ReadAllText(json)[1..]);

        var converted = ModelConversion.Convert(source, _folder.Combine("out"));

        Assert.Equal("MIT", converted.Description.Licence);
        Assert.Equal(
            ModelVocabulary.Read(ModelLoader.Describe(source)).ComputeSha256(),
            ModelVocabulary.Read(converted.Description).ComputeSha256());
    }

    [Fact]
    public void Convert_twice_gives_the_same_bytes()
    {
        string source = GoldenFolder.Combine("clip", Files.First());

        ModelConversion.Convert(source, _folder.Combine("a"));
        ModelConversion.Convert(source, _folder.Combine("b"));

        foreach (string name in new[] { "model.json", "model.safetensors" })
        {
            Assert.Equal(File.ReadAllBytes(_folder.Combine("a", name)), File.ReadAllBytes(_folder.Combine("b", name)));
        }
    }

    [Fact]
    public void Convert_into_a_folder_with_files_is_refused_and_changes_nothing()
    {
        string kept = _folder.Write("out/config.json", "{}");
        string source = GoldenFolder.Combine("clip", Files.First());

        var error = Assert.Throws<UsageException>(() => ModelConversion.Convert(source, _folder.Combine("out")));

        Assert.Contains("not an empty folder", error.Message, StringComparison.Ordinal);
        Assert.Equal([kept], Directory.EnumerateFileSystemEntries(_folder.Combine("out")));
    }

    [Fact]
    public void Convert_a_random_model_is_refused()
    {
        var error = Assert.Throws<UsageException>(() => ModelConversion.Convert("random:0", _folder.Combine("out")));

        Assert.Contains("has no weights", error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.Combine("out")));
    }
}
