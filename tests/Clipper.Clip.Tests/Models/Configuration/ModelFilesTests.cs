using Clipper.Clip.Models.Configuration;
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
    [InlineData("weights.pt", "PyTorch's own formats")]
    [InlineData("pytorch_model.bin", "PyTorch's own formats")]
    [InlineData("model.safetensors.index.json", "sharded")]
    [InlineData("readme.txt", "holds no .safetensors file")]
    public void Locate_folder_without_usable_weights_says_why(string file, string reason)
    {
        _folder.Write(file, "x");

        AssertRefused(reason);
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
}
