using Clipper.Bench.Stages;
using Clipper.Clip.Checkpoints;
using Clipper.Core.Errors;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Stages;

public sealed class TensorSourceTests
{
    [Theory]
    [InlineData("a.safetensors", "a.safetensors", null)]
    [InlineData("a.safetensors:f32/x:y", "a.safetensors", "f32/x:y")]
    [InlineData("C:/a.safetensors:x", "C:/a.safetensors", "x")]
    [InlineData("b.bin:x", "b.bin:x", null)]
    public void Tensor_follows_the_extension(string text, string path, string? tensor) =>
        Assert.Equal(new TensorSource(path, tensor), TensorSource.Parse(text));

    [Theory]
    [InlineData("f.safetensors", "wanted", "wanted")]
    [InlineData("f.safetensors", "other", "wanted")]
    [InlineData("f.safetensors:wanted", "other", "wanted")]
    public void Choice_is_the_named_then_the_usual_then_the_only_fitting(string source, string usual, string chosen)
    {
        using var folder = new TemporaryFolder();
        using SafetensorsFile file = Save(folder, ("wanted", 2), ("long", 3));

        TensorEntry entry = TensorSource.Parse(source).Choose(file, usual, "2 values", e => e.Shape[0] == 2);

        Assert.Equal(chosen, entry.Name);
    }

    [Theory]
    [InlineData("f.safetensors", "several tensors that fit")]
    [InlineData("f.safetensors:log", "has no tensor 'log'; it holds long, one, two. Did you mean 'long'?")]
    [InlineData("f.safetensors:long", "tensor 'long' is F32 [3]; expected 2 values.")]
    public void Choice_that_is_not_clear_is_refused(string source, string problem)
    {
        using var folder = new TemporaryFolder();
        using SafetensorsFile file = Save(folder, ("one", 2), ("two", 2), ("long", 3));

        var error = Assert.Throws<DataFileException>(
            () => TensorSource.Parse(source).Choose(file, "usual", "2 values", e => e.Shape[0] == 2));

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    private static SafetensorsFile Save(TemporaryFolder folder, params (string Name, int Length)[] tensors)
    {
        var writer = new SafetensorsWriter();
        foreach ((string name, int length) in tensors)
        {
            writer.Add(name, new float[length], length);
        }

        writer.Save(folder.Combine("f.safetensors"));
        return SafetensorsFile.Open(folder.Combine("f.safetensors"));
    }
}
