using Clipper.Clip.Models.Configuration;
using Clipper.Clip.Models.Registry;
using Clipper.Core.Errors;
using Clipper.Testing;

namespace Clipper.Clip.Tests.Models.Configuration;

public sealed class ModelFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a_b_c.safetensors", "a_b_c_config.json")]
    [InlineData("a_b_d.safetensors", "a_config.json")]
    [InlineData("b.safetensors", "config.json")]
    public void Find_takes_the_longest_name_that_exists(string weights, string expected)
    {
        foreach (string name in new[] { "a_b_c_config.json", "a_config.json", "config.json" })
        {
            _folder.Write(name, "{}");
        }

        var config = new ModelFiles(_folder.Combine(weights), "x").Find("config.json");

        Assert.Equal(_folder.Combine(expected), config?.File);
    }

    [Fact]
    public void Locate_a_file_is_called_by_its_own_name_unless_every_model_has_it()
    {
        _folder.Write("big/model.safetensors", "");
        _folder.Write("big/vit-b.safetensors", "");

        Assert.Equal("big", ModelFiles.Locate(_folder.Combine("big", "model.safetensors")).Name);
        Assert.Equal("vit-b", ModelFiles.Locate(_folder.Combine("big", "vit-b.safetensors")).Name);
        Assert.Equal("big", ModelFiles.Locate(_folder.Combine("big") + "/").Name);
    }

    [Theory]
    [InlineData("weights.pt")]
    [InlineData("training_args.bin", "pytorch_model.bin")]
    [InlineData("model-00001-of-00001.safetensors", "model.safetensors.index.json")]
    [InlineData("model.safetensors.index.json", "pytorch_model.bin", "model.safetensors")]
    [InlineData("old.pt", "new.safetensors")]
    [InlineData("pytorch_model-00001-of-00001.bin", "pytorch_model.bin.index.json")]
    public void Locate_folder_takes_the_usual_file_or_the_best_format(params string[] files)
    {
        foreach (string file in files)
        {
            _folder.Write(file, "x");
        }

        Assert.Equal(_folder.Combine(files[^1]), ModelFiles.Locate(_folder.Path).Weights);
    }

    [Fact]
    public void Locate_a_registered_name_takes_its_folder_or_says_how_to_fetch_it()
    {
        ModelRegistry registry = Registry();
        var folder = new ModelsFolder(_folder.Path);

        var error = Assert.Throws<DataFileException>(() => ModelFiles.Locate("ViT-X/8", registry, folder));
        _folder.Write("ViT-X-8/x.pt", "1234");
        ModelFiles files = ModelFiles.Locate("ViT-X/8", registry, folder);

        Assert.Equal(
            $"{_folder.Path}: 'ViT-X/8' is not there. Fetch it (4 bytes) with: clipper models pull ViT-X/8",
            error.Message);
        Assert.Equal(_folder.Combine("ViT-X-8", "x.pt"), files.Weights);
    }

    [Fact]
    public void Locate_a_name_near_a_registered_one_suggests_it()
    {
        var error = Assert.Throws<DataFileException>(
            () => ModelFiles.Locate("vit-x8", Registry(), new ModelsFolder(_folder.Path)));

        Assert.Contains("Did you mean 'ViT-X/8'?", error.Message);
    }

    [Fact]
    public void Locate_a_registered_vocabulary_names_the_models()
    {
        var error = Assert.Throws<UsageException>(
            () => ModelFiles.Locate("words", Registry(), new ModelsFolder(_folder.Path)));

        Assert.Equal("'words' is a vocabulary; models are ViT-X/8.", error.Message);
    }

    [Fact]
    public void Locate_folder_without_weights_says_so()
    {
        _folder.Write("readme.txt", "x");

        AssertRefused("holds no weights");
    }

    [Fact]
    public void Locate_file_that_is_no_weights_file_says_what_is()
    {
        string path = _folder.Write("readme.txt", "x");

        var error = Assert.Throws<DataFileException>(() => ModelFiles.Locate(path));

        Assert.Contains("is no weights file: expected .safetensors", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Locate_folder_with_several_weights_names_them()
    {
        _folder.Write("a.safetensors", "");
        _folder.Write("b.safetensors", "");

        AssertRefused("a.safetensors, b.safetensors");
    }

    [Fact]
    public void Locate_missing_path_says_what_can_be_given()
    {
        var error = Assert.Throws<DataFileException>(() => ModelFiles.Locate("no/such/model"));

        Assert.StartsWith("no/such/model: no such model. Give a folder", error.Message, StringComparison.Ordinal);
    }

    private void AssertRefused(string reason)
    {
        var error = Assert.Throws<DataFileException>(() => ModelFiles.Locate(_folder.Path));

        Assert.StartsWith(_folder.Path, error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    private static ModelRegistry Registry() => ModelRegistry.Parse("""
        [
          {
            "name": "ViT-X/8", "folder": "ViT-X-8", "kind": "clip", "about": "", "licence": "MIT",
            "files": [{ "name": "x.pt", "origin": "https://example.org/x.pt", "sha256": "", "size": 4 }]
          },
          {
            "name": "words", "folder": "words", "kind": "vocabulary", "about": "", "licence": "MIT",
            "files": [{ "name": "w.gz", "origin": "https://example.org/w.gz", "sha256": "", "size": 4 }]
          }
        ]
        """);
}
