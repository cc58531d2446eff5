using System.IO.Compression;
using System.Text.Json;
using Clipper.Clip.Text;
using Clipper.Core.Errors;
using Clipper.Testing;

namespace Clipper.Clip.Tests.Text;

public sealed class BpeVocabularyTests : IDisposable
{
    private const int Bytes = 256;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Hugging_face_form_gives_the_ids_of_openais()
    {
        WriteHuggingFace(TinyVocabulary.Merges);

        AssertSame(TinyVocabulary.Read(), BpeVocabulary.Read(_folder.Path));
        AssertSame(TinyVocabulary.Read(), BpeVocabulary.Read(_folder.Combine("merges.txt")));
    }

    [ClipVocabularyFact]
    public void Hugging_face_form_of_clips_vocabulary_gives_the_ids_of_openais()
    {
        using var stream = new GZipStream(File.OpenRead(ClipVocabulary.Path!), CompressionMode.Decompress);
        using var reader = new StreamReader(stream);
        var openAi = BpeVocabulary.Read(ClipVocabulary.Path!);
        string[] merges = [.. reader.ReadToEnd().Split('\n').Skip(1).Take(openAi.Count - (2 * Bytes) - 2)];
        WriteHuggingFace(merges);

        AssertSame(openAi, BpeVocabulary.Read(_folder.Combine("vocab.json")));
    }

    [Theory]
    [InlineData("no vocabulary", "no vocabulary")]
    [InlineData("#version: 0.2\na b c", "line 2")]
    [InlineData("#version: 0.2\na b\nxy z", "line 3: 'xy' is no token")]
    [InlineData("#version: 0.2\na b\na b", "'ab'")]
    public void File_that_is_no_vocabulary_is_refused(string text, string problem)
    {
        string path = _folder.Combine("v.gz");
        File.WriteAllBytes(path, TinyVocabulary.Zip(text));

        var thrown = Assert.Throws<DataFileException>(() => BpeVocabulary.Read(path));

        Assert.Contains(problem, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Gzip_that_is_cut_off_or_damaged_is_refused_at_every_length()
    {
        byte[] whole = TinyVocabulary.Zip(string.Join('\n', [TinyVocabulary.Header, .. TinyVocabulary.Merges]));
        string path = _folder.Combine("v.gz");

        for (int length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(path, whole[..length]);
            Assert.Throws<DataFileException>(() => BpeVocabulary.Read(path));
        }
    }

    [Fact]
    public void Merges_that_do_not_fit_the_ids_are_refused()
    {
        WriteHuggingFace(TinyVocabulary.Merges);
        _folder.Write("merges.txt", TinyVocabulary.Header + "\nc a\n");

        var thrown = Assert.Throws<DataFileException>(() => BpeVocabulary.Read(_folder.Path));

        Assert.Contains("518 tokens", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("515", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"a\": 1}")]
    [InlineData("{\"a\": \"b\"}")]
    public void Ids_that_are_none_are_refused(string json)
    {
        _folder.Write("merges.txt", TinyVocabulary.Header + "\n");

        Assert.Throws<DataFileException>(() => BpeVocabulary.Read(_folder.Write("vocab.json", json)));
    }

    [Fact]
    public void Missing_file_is_a_data_error() =>
        Assert.Throws<DataFileException>(() => BpeVocabulary.Read(_folder.Combine("none.gz")));

    private static void AssertSame(BpeVocabulary expected, BpeVocabulary actual)
    {
        const string text = "Cats & dogs: a photo of a CAT, 2021! schön ✔ 🙂";
        Assert.Equal(expected.Count, actual.Count);
        Assert.Equal(expected.StartId, actual.StartId);
        Assert.Equal(new ClipTokenizer(expected).Tokenize(text), new ClipTokenizer(actual).Tokenize(text));
    }

    private void WriteHuggingFace(string[] merges)
    {
        string[] bytes = [.. ByteAlphabet.Order.Select(value => ByteAlphabet.Character(value).ToString())];
        string[] tokens =
        [
            .. bytes, .. bytes.Select(symbol => symbol + "</w>"),
            .. merges.Select(merge => merge.Replace(" ", "", StringComparison.Ordinal)),
            "<|startoftext|>", "<|endoftext|>",
        ];
        var ids = tokens.Index().ToDictionary(token => token.Item, token => token.Index);
        File.WriteAllText(_folder.Combine("vocab.json"), JsonSerializer.Serialize(ids));
        _folder.Write("merges.txt", string.Join('\n', [TinyVocabulary.Header, .. merges]) + "\n");
    }
}
