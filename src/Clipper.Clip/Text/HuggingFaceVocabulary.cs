using System.Text.Json;
using Clipper.Core.Errors;

namespace Clipper.Clip.Text;

/// <summary>Reads Hugging Face's form: <c>vocab.json</c> gives every token its id, <c>merges.txt</c> the
/// merges.</summary>
internal static class HuggingFaceVocabulary
{
    private const int BytesAndMarks = (2 * 256) + 2;

    /// <summary>Reads both files.</summary>
    /// <exception cref="DataFileException">One is missing or no vocabulary, or they do not fit each other.</exception>
    public static BpeVocabulary Read(string idsPath, string mergesPath)
    {
        Dictionary<string, int> ids = ReadIds(idsPath);
        var pairs = MergeLines.Parse(mergesPath, VocabularyFile.Lines(VocabularyFile.Bytes(mergesPath)), int.MaxValue);
        if (ids.Count != pairs.Length + BytesAndMarks)
        {
            throw new DataFileException(
                idsPath, $"has {ids.Count} tokens, but the {pairs.Length} merges of '{mergesPath}' with bytes and "
                    + $"marks make {pairs.Length + BytesAndMarks}; the files belong to different vocabularies.");
        }

        RequireBytesAndMarks(idsPath, ids);
        return new BpeVocabulary(ids, MergeLines.WithIds(mergesPath, pairs, ids));
    }

    private static Dictionary<string, int> ReadIds(string path)
    {
        byte[] bytes = VocabularyFile.Bytes(path);
        try
        {
            var ids = JsonSerializer.Deserialize<Dictionary<string, int>>(bytes);
            if (ids is not null && ids.Values.Order().SequenceEqual(Enumerable.Range(0, ids.Count)))
            {
                return ids;
            }
        }
        catch (JsonException error)
        {
            throw new DataFileException(path, $"is no JSON object of tokens and ids: {error.Message}", error);
        }

        throw new DataFileException(path, "is no vocabulary: its ids are not 0, 1, 2, …, each once.");
    }

    private static void RequireBytesAndMarks(string path, Dictionary<string, int> ids)
    {
        IEnumerable<string> symbols = ByteAlphabet.Order.Select(value => ByteAlphabet.Character(value).ToString());
        string[] needed = [.. symbols.SelectMany(symbol => new[] { symbol, symbol + BpeVocabulary.WordEnd }),
            BpeVocabulary.Start, BpeVocabulary.End];
        if (needed.FirstOrDefault(token => !ids.ContainsKey(token)) is { } missing)
        {
            throw new DataFileException(path, $"lacks the token '{missing}'.");
        }

        if (ids.Keys.Order(StringComparer.Ordinal).FirstOrDefault(token => !token.All(ByteAlphabet.Has)) is { } foreign)
        {
            throw new DataFileException(path, $"the token '{foreign}' is not written in the characters of bytes.");
        }
    }
}
