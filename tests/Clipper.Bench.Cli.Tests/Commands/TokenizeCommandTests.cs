using System.Text.Json;
using Clipper.Testing;

namespace Clipper.Bench.Cli.Tests.Commands;

public sealed class TokenizeCommandTests : IDisposable
{
    private const int StartId = 514;
    private const int EndId = 515;
    private const int Cat = 513;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("[\"Cat\", \"cat cat\"]")]
    [InlineData("[{\"text\": \"Cat\"}, {\"text\": \"cat cat\"}]")]
    [InlineData("{\"cases\": [{\"text\": \"Cat\"}, {\"text\": \"cat cat\"}]}")]
    public void Texts_become_ids(string texts)
    {
        Console console = Run(texts, "--context", "5");

        Assert.True(console.ExitCode == 0, console.Error);
        using JsonDocument json = JsonDocument.Parse(console.Output);
        Assert.Equal([Cat, Cat], Ids(json, 1, "ids"));
        Assert.Equal([StartId, Cat, EndId, 0, 0], Ids(json, 0, "tokens"));
    }

    [Fact]
    public void Text_that_is_too_long_is_named_or_truncated()
    {
        const string texts = "[\"cat\", \"cat cat\"]";

        Console refused = Run(texts, "--context", "3");
        Console truncated = Run(texts, "--context", "3", "--truncate");

        Assert.Equal(1, refused.ExitCode);
        Assert.Empty(refused.Output);
        Assert.Contains("Text 1 (from 0)", refused.Error, StringComparison.Ordinal);
        using JsonDocument json = JsonDocument.Parse(truncated.Output);
        Assert.Equal([StartId, Cat, EndId], Ids(json, 1, "tokens"));
    }

    [Fact]
    public void Repair_can_be_left_out()
    {
        const string texts = "[\"\\uff43at\"]";

        using JsonDocument repaired = JsonDocument.Parse(Run(texts).Output);
        using JsonDocument plain = JsonDocument.Parse(Run(texts, "--no-ftfy").Output);

        Assert.Equal([Cat], Ids(repaired, 0, "ids"));
        Assert.Equal(5, Ids(plain, 0, "ids").Length);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("[\"a\"")]
    [InlineData("[\"\\ud800\"]")]
    public void Json_without_texts_is_a_data_error(string texts)
    {
        Console console = Run(texts);

        Assert.Equal(2, console.ExitCode);
        Assert.Contains("texts.json", console.Error, StringComparison.Ordinal);
    }

    private static int[] Ids(JsonDocument json, int index, string key) =>
        [.. json.RootElement[index].GetProperty(key).EnumerateArray().Select(id => id.GetInt32())];

    private Console Run(string texts, params string[] options)
    {
        string vocabulary = _folder.Write("vocabulary.txt", "#version: 0.2\nc a\nca t</w>\n");
        return Console.Run(
            ["tokenize", "--vocab", vocabulary, "--json", _folder.Write("texts.json", texts), .. options]);
    }
}
