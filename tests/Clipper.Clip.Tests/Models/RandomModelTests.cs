using Clipper.Clip.Imaging;
using Clipper.Clip.Models;
using Clipper.Core.Errors;

namespace Clipper.Clip.Tests.Models;

public sealed class RandomModelTests
{
    [Fact]
    public void Describe_seed_alone_is_the_tiny_tower_and_says_that_it_is_random()
    {
        var model = ModelLoader.Describe("random:3");

        Assert.Equal("random-vit-s3", model.Name);
        Assert.Equal("random", model.Format);
        Assert.Null(model.Path);
        Assert.Equal(3ul, model.Seed);
        Assert.Equal(PreprocessSpec.Clip(64), model.Preprocess);
        Assert.Equal((64, 8, 128, 4, 2, 512, 64), Sizes(model.Vision));
    }

    [Fact]
    public void Describe_options_change_the_sizes()
    {
        var model = ModelLoader.Describe("random:3:image=224,patch=32,width=768,layers=12,embedding=512");

        Assert.Equal((224, 32, 768, 12, 12, 3072, 512), Sizes(model.Vision));
    }

    [Fact]
    public void Describe_hash_follows_seed_and_sizes_only()
    {
        string hash = ModelLoader.Describe("random:3").WeightsHash;

        Assert.Equal(hash, ModelLoader.Describe("random:3:width=128,heads=2").WeightsHash);
        Assert.NotEqual(hash, ModelLoader.Describe("random:4").WeightsHash);
        Assert.NotEqual(hash, ModelLoader.Describe("random:3:layers=3").WeightsHash);
    }

    [Theory]
    [InlineData("random:", "seed is ''")]
    [InlineData("random:-1", "seed is '-1'")]
    [InlineData("random:x", "seed is 'x'")]
    [InlineData("random:1:depth=3", "'depth=3' is no option")]
    [InlineData("random:1:layers", "'layers' is no option")]
    [InlineData("random:1:layers=0", "positive")]
    [InlineData("random:1:image=65", "divide")]
    [InlineData("random:1:width=100,heads=3", "divide")]
    [InlineData("random:1:width=1e3", "width is '1e3'")]
    public void Describe_wrong_recipe_is_a_usage_error_with_an_example(string model, string reason)
    {
        var error = Assert.Throws<UsageException>(() => ModelLoader.Describe(model));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Contains("Example: random:0:image=64", error.Message, StringComparison.Ordinal);
    }

    private static (int, int, int, int, int, int, int) Sizes(VisionSettings vision) => (
        vision.ImageSize, vision.PatchSize, vision.Width, vision.Layers, vision.Heads, vision.MlpWidth,
        vision.EmbeddingSize);
}
