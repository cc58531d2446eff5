using System.Security.Cryptography;
using System.Text;
using Clipper.Clip.Checkpoints;
using Clipper.Core.Errors;
using Clipper.Testing;

namespace Clipper.Clip.Tests.Checkpoints;

public sealed class ShardedTensorsTests : IDisposable
{
    private const string First = "m-00001-of-00002.safetensors";
    private const string Second = "m-00002-of-00002.safetensors";

    private readonly TemporaryFolder _folder = new();

    public ShardedTensorsTests()
    {
        new SafetensorsWriter().Add("a", new float[] { 1, 2 }, 2).Save(_folder.Combine(First));
        new SafetensorsWriter().Add("b", new float[] { 3 }, 1).Save(_folder.Combine(Second));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_gives_the_tensors_of_all_shards()
    {
        using var file = TensorFile.OpenAny(Index($$"""{"a": "{{First}}", "b": "{{Second}}"}"""));

        Assert.Equal([1, 2], file.ReadFloats("a"));
        Assert.Equal([3], file.ReadFloats("b"));
        Assert.Equal("safetensors in shards", file.Container);
    }

    [Fact]
    public void Open_gives_the_tensors_of_torch_shards()
    {
        string source = Directory.EnumerateFiles(GoldenFolder.Combine("clip"), "*.pt").Order().First();
        using var whole = TensorFile.OpenAny(source);
        const string Shard = "pytorch_model-00001-of-00001.bin";
        File.Copy(source, _folder.Combine(Shard));
        string map = string.Join(", ", whole.Tensors.Keys.Select(name => $"\"{name}\": \"{Shard}\""));

        using var file = TensorFile.OpenAny(_folder.Write(
            "pytorch_model.bin.index.json", $$"""{"weight_map": { {{map}} } }"""));

        Assert.Equal("torch.save in shards", file.Container);
        Assert.Equal(whole.ComputeTensorsSha256(), file.ComputeTensorsSha256());
    }

    [Fact]
    public void Open_torch_index_that_names_a_safetensors_file_is_refused()
    {
        string path = _folder.Write("pytorch_model.bin.index.json", $$"""{"weight_map": {"a": "{{First}}"} }""");

        var error = Assert.Throws<DataFileException>(() => TensorFile.OpenAny(path));

        Assert.Contains("expected a .bin file of the same folder", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hash_is_that_of_the_list_of_hashes()
    {
        using var file = TensorFile.OpenAny(Index($$"""{"b": "{{Second}}", "a": "{{First}}"}"""));
        string list = string.Concat(new[] { First, Second }.Select(name =>
            $"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_folder.Combine(name))))}  {name}\n"));

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(list))), file.ComputeSha256());
    }

    [Theory]
    [InlineData("""{"a": "F", "b": "S", "c": "S"}""", "tensor 'c' is in 'm-00002")]
    [InlineData("""{"a": "F", "b": "S", "b": "S"}""", "names tensor 'b' twice")]
    [InlineData("""{"a": "F", "b": "../S"}""", "names a shard '../m-00002")]
    [InlineData("""{"a": "F", "b": "/etc/passwd"}""", "names a shard '/etc/passwd'")]
    [InlineData("""{"a": "F", "b": 7}""", "names a shard ''")]
    [InlineData("""{"a": "F", "b": "none.safetensors"}""", "does not exist")]
    [InlineData("""[]""", "is no index of shards")]
    [InlineData("""{"a": """, "is not valid JSON")]
    public void Open_index_that_disagrees_with_its_shards_is_refused(string map, string reason)
    {
        string path = Index(map
            .Replace("\"F\"", $"\"{First}\"", StringComparison.Ordinal)
            .Replace("S\"", $"{Second}\"", StringComparison.Ordinal));

        var error = Assert.Throws<DataFileException>(() => TensorFile.OpenAny(path));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_shard_with_a_tensor_that_the_index_leaves_out_is_refused()
    {
        new SafetensorsWriter().Add("b", new float[] { 3 }, 1).Add("z", new float[] { 3 }, 1)
            .Save(_folder.Combine(Second));

        var error = Assert.Throws<DataFileException>(
            () => TensorFile.OpenAny(Index($$"""{"a": "{{First}}", "b": "{{Second}}"}""")));

        Assert.Contains("does not give tensor 'z' to shard", error.Message, StringComparison.Ordinal);
    }

    private string Index(string map) =>
        _folder.Write("m.safetensors.index.json", $$"""{"metadata": {"total_size": 12}, "weight_map": {{map}}}""");
}
