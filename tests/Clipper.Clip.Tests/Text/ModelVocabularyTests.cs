using Clipper.Clip.Models;
using Clipper.Clip.Text;
using Clipper.Core.Errors;
using Clipper.Testing;

namespace Clipper.Clip.Tests.Text;

public sealed class ModelVocabularyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_takes_the_files_beside_the_weights()
    {
        string model = TinyClip.Write(_folder);

        var vocabulary = ModelVocabulary.Read(ModelLoader.Describe(model));

        Assert.Equal(TinyClip.VocabularySize, vocabulary.Count);
    }

    [Fact]
    public void Read_without_files_says_which_to_put_there()
    {
        string model = TinyClip.Write(_folder);
        File.Delete(Path.Combine(model, "bpe_simple_vocab_tiny.txt"));

        var error = Assert.Throws<DataFileException>(() => ModelVocabulary.Read(ModelLoader.Describe(model)));

        Assert.Contains("bpe_simple_vocab_16e6.txt.gz", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_vocabulary_of_another_size_names_both()
    {
        string model = TinyClip.Write(_folder);
        string named = _folder.Write("v.txt", "#version: 0.2\nr e\n");

        var error = Assert.Throws<DataFileException>(() => ModelVocabulary.Read(ModelLoader.Describe(model), named));

        Assert.Contains("has 515 tokens", error.Message, StringComparison.Ordinal);
        Assert.Contains("'tiny-clip' knows 516", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hash_is_that_of_the_tokens_and_not_of_the_file()
    {
        string plain = _folder.Write("a.txt", "#version: 0.2\nr e\nre d</w>\n");
        string other = _folder.Write("b.txt", "#version: 0.2\nr e\nre t</w>\n");
        string zipped = TinyVocabulary.Write(_folder, "c.txt.gz", ["#version: 0.3", "r e", "re d</w>"]);

        Assert.Equal(BpeVocabulary.Read(plain).ComputeSha256(), BpeVocabulary.Read(zipped).ComputeSha256());
        Assert.NotEqual(BpeVocabulary.Read(plain).ComputeSha256(), BpeVocabulary.Read(other).ComputeSha256());
    }
}
