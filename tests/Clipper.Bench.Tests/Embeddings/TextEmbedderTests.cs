using Clipper.Bench.Embeddings;
using Clipper.Clip.Models;
using Clipper.Core.LinearAlgebra;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Embeddings;

public sealed class TextEmbedderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Kept_rows_are_those_that_were_computed()
    {
        ModelDescription model = ModelLoader.Describe(TinyClip.Write(_folder));
        Matrix<float> computed = Embed(model, null, "red", "blue");

        Matrix<float> first = Embed(model, Cache(), "red", "blue");
        Matrix<float> second = Embed(model, Cache(), "red", "blue");

        Assert.Equal(computed.Values.ToArray(), first.Values.ToArray());
        Assert.Equal(computed.Values.ToArray(), second.Values.ToArray());
        Assert.Single(Cache().List());
    }

    [Fact]
    public void Kept_rows_need_no_weights()
    {
        string path = TinyClip.Write(_folder);
        ModelDescription model = ModelLoader.Describe(path);
        Embed(model, Cache(), "red", "blue");
        foreach (string file in Directory.EnumerateFiles(path, "*.safetensors"))
        {
            File.Delete(file);
        }

        Assert.Equal(2, Embed(model, Cache(), "red", "blue").Rows);
    }

    [Fact]
    public void Other_texts_and_another_order_have_entries_of_their_own()
    {
        ModelDescription model = ModelLoader.Describe(TinyClip.Write(_folder));

        Matrix<float> one = Embed(model, Cache(), "red", "blue");
        Matrix<float> other = Embed(model, Cache(), "blue", "red");
        Embed(model, Cache(), "red");

        Assert.Equal(one.Row(0).ToArray(), other.Row(1).ToArray());
        Assert.Equal(3, Cache().List().Count);
    }

    private EmbeddingCache Cache() => new(_folder.Combine("cache"));

    private static Matrix<float> Embed(ModelDescription model, EmbeddingCache? cache, params string[] texts) =>
        new TextEmbedder(new TextOptions("cpu"), cache).Embed(model, texts, null, CancellationToken.None);
}
