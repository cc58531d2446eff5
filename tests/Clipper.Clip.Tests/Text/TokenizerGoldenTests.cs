using System.Text.Json;
using Clipper.Clip.Text;
using Clipper.Core.Errors;
using Clipper.Testing;

namespace Clipper.Clip.Tests.Text;

/// <summary>goldens/tokenizer: what openai/CLIP's tokenizer gives, with ftfy and without.</summary>
public sealed class TokenizerGoldenTests
{
    private static readonly string[] KnownKeys =
    [
        "category", "text", "ids", "ids_without_ftfy", "decoded", "tokenize_ok", "truncated_77",
        "error_without_truncate",
    ];

    private static readonly Lazy<BpeVocabulary> Vocabulary = new(() => BpeVocabulary.Read(ClipVocabulary.Path!));

    public static TheoryData<string, int> Cases()
    {
        var cases = new TheoryData<string, int>();
        foreach (string file in GoldenFolder.Files("tokenizer", "*.json"))
        {
            using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(file));
            for (int i = 0; i < json.RootElement.GetProperty("cases").GetArrayLength(); i++)
            {
                cases.Add(Path.GetFileName(file), i);
            }
        }

        return cases;
    }

    [ClipVocabularyTheory]
    [MemberData(nameof(Cases))]
    public void Encode_golden_case_gives_its_ids(string file, int index)
    {
        using JsonDocument json = Read(file);
        JsonElement golden = Case(json, index);
        string text = golden.GetProperty("text").GetString()!;
        JsonElement plainIds = golden.TryGetProperty("ids_without_ftfy", out JsonElement plain)
            ? plain
            : golden.GetProperty("ids");

        var tokenizer = new ClipTokenizer(Vocabulary.Value);
        int[] ids = tokenizer.Encode(text);

        Assert.Equal(Ids(golden.GetProperty("ids")), ids);
        Assert.Equal(Ids(plainIds), new ClipTokenizer(Vocabulary.Value, IsRepairing: false).Encode(text));
        Assert.Equal(golden.GetProperty("decoded").GetString(), tokenizer.Decode(ids));
    }

    [ClipVocabularyTheory]
    [MemberData(nameof(Cases))]
    public void Tokenize_golden_case_fits_or_is_truncated(string file, int index)
    {
        using JsonDocument json = Read(file);
        JsonElement golden = Case(json, index);
        string text = golden.GetProperty("text").GetString()!;
        int context = json.RootElement.GetProperty("context_length").GetInt32();
        var tokenizer = new ClipTokenizer(Vocabulary.Value);

        if (golden.GetProperty("tokenize_ok").GetBoolean())
        {
            int[] expected =
                [Root(json, "sot"), .. Ids(golden.GetProperty("ids")), Root(json, "eot")];
            Assert.Equal([.. expected, .. new int[context - expected.Length]], tokenizer.Tokenize(text, context));
        }
        else
        {
            Assert.Throws<UsageException>(() => tokenizer.Tokenize(text, context));
            int[] truncated = tokenizer.Tokenize(text, context, isTruncated: true);
            Assert.Equal(Ids(golden.GetProperty($"truncated_{context}")), truncated);
        }
    }

    [ClipVocabularyFact]
    public void Vocabulary_has_the_golden_size_and_marks() => Assert.All(
        GoldenFolder.Files("tokenizer", "*.json"),
        file =>
        {
            using JsonDocument json = Read(Path.GetFileName(file));
            Assert.Equal(Root(json, "vocab_size"), Vocabulary.Value.Count);
            Assert.Equal(Root(json, "sot"), Vocabulary.Value.StartId);
            Assert.Equal(Root(json, "eot"), Vocabulary.Value.EndId);
        });

    private static JsonDocument Read(string file) =>
        JsonDocument.Parse(File.ReadAllBytes(GoldenFolder.Combine("tokenizer", file)));

    private static JsonElement Case(JsonDocument json, int index)
    {
        JsonElement golden = json.RootElement.GetProperty("cases")[index];
        Assert.All(golden.EnumerateObject(), key => Assert.Contains(key.Name, KnownKeys));
        return golden;
    }

    private static int Root(JsonDocument json, string key) => json.RootElement.GetProperty(key).GetInt32();

    private static int[] Ids(JsonElement ids) => [.. ids.EnumerateArray().Select(id => id.GetInt32())];
}
