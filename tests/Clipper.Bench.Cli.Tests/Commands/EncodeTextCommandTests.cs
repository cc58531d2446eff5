using System.Text.Json;
using Clipper.Clip.Checkpoints;
using Clipper.Testing;

namespace Clipper.Bench.Cli.Tests.Commands;

public sealed class EncodeTextCommandTests : IDisposable
{
    private const double Tolerance = 2e-5;

    private readonly TemporaryFolder _folder = new();

    private string Output => _folder.Combine("texts.safetensors");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Texts_become_rows_whose_ids_are_the_texts()
    {
        Console console = Run("--text", "a red star", "red", "a red star");

        Assert.True(console.ExitCode == 0, console.Error);
        using SafetensorsFile file = SafetensorsFile.Open(Output);
        Assert.Equal([3, TinyClip.EmbeddingSize], file.Tensors["embeddings"].Shape);
        Assert.Equal(
            ["a red star", "red", "a red star#2"], JsonSerializer.Deserialize<string[]>(file.Metadata["ids"]) ?? []);
        float[] rows = file.ReadFloats("embeddings");
        Assert.Equal(rows[..8], rows[16..]);
        Assert.NotEqual(rows[..8], rows[8..16]);
    }

    [Fact]
    public void Texts_of_a_file_give_the_same_bytes_with_any_number_of_threads()
    {
        string json = _folder.Write("texts.json", """["red", {"text": "a blue ring"}, "Red"]""");
        Run("--json", json, "--threads", "1");
        byte[] expected = File.ReadAllBytes(Output);

        Run("--json", json, "--threads", "3");

        Assert.Equal(expected, File.ReadAllBytes(Output));
    }

    [Fact]
    public void Text_that_is_too_long_is_named_or_truncated()
    {
        string text = string.Join(' ', Enumerable.Repeat("red", 60));

        Console refused = Run("--text", "red", text);
        Console truncated = Run("--text", "red", text, "--truncate");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("Text 1 (from 0)", refused.Error, StringComparison.Ordinal);
        Assert.Contains("--truncate", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, truncated.ExitCode);
    }

    [Fact]
    public void Vocabulary_of_another_model_is_refused_with_both_sizes()
    {
        string other = _folder.Write("other/bpe_simple_vocab.txt", "#version: 0.2\nr e\n");

        Console console = Run("--text", "red", "--vocab", other);

        Assert.Equal(2, console.ExitCode);
        Assert.Contains("has 515 tokens", console.Error, StringComparison.Ordinal);
        Assert.Contains("knows 516", console.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Output));
    }

    [Fact]
    public void Model_without_a_text_tower_is_refused()
    {
        Console console = Console.Run("encode-text", "--model", "random:0", "--text", "red", "--out", Output);

        Assert.Equal(2, console.ExitCode);
        Assert.Contains("no text tower", console.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("--text", "red", "--json", "x.json")]
    public void Texts_come_from_one_source(params string[] options)
    {
        Console console = Run(options);

        Assert.Equal(1, console.ExitCode);
        Assert.Contains("either --text or --json", console.Error, StringComparison.Ordinal);
    }

    [ClipVocabularyFact]
    public void Golden_texts_give_the_golden_features()
    {
        string folder = GoldenFolder.Combine("e2e");
        using JsonDocument inputs = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "inputs.json")));
        string model = inputs.RootElement.TryGetProperty("model", out JsonElement named)
            ? Path.Combine(folder, named.GetString() ?? "")
            : folder;
        string texts = _folder.Write("golden.json", inputs.RootElement.GetProperty("texts").GetRawText());
        string[] truncate = inputs.RootElement.GetProperty("truncate").GetBoolean() ? ["--truncate"] : [];

        Console console = Console.Run(
        [
            "encode-text", "--model", model, "--vocab", ClipVocabulary.Path ?? "", "--json", texts, "--out", Output,
            .. truncate,
        ]);

        Assert.True(console.ExitCode == 0, console.Error);
        using SafetensorsFile actual = SafetensorsFile.Open(Output);
        using SafetensorsFile golden = SafetensorsFile.Open(Path.Combine(folder, "outputs.safetensors"));
        double[] expected = golden.ReadDoubles("f64_text_features");
        double largest = expected.Max(Math.Abs);
        Assert.All(
            actual.ReadDoubles("embeddings").Zip(expected, (a, b) => Math.Abs(a - b) / largest),
            error => Assert.InRange(error, 0, Tolerance));
    }

    private Console Run(params string[] options)
    {
        string model = Directory.Exists(_folder.Combine("tiny-clip"))
            ? _folder.Combine("tiny-clip")
            : TinyClip.Write(_folder);
        return Console.Run(["encode-text", "--model", model, "--out", Output, .. options]);
    }
}
