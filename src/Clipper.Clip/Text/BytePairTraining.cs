using System.Text;
using Clipper.Clip.Text.Cleaning;

namespace Clipper.Clip.Text;

/// <summary>Learns the merges of a byte-pair encoding from texts (Sennrich, Haddow and Birch 2016, algorithm 1): again
/// and again the most frequent pair of neighbours within words becomes a token.</summary>
internal static class BytePairTraining
{
    /// <summary>The merges, the first to be merged first; until <paramref name="most"/> are found or every word is one
    /// token. The order of the texts does not matter: of equally frequent pairs the first by ordinal order is
    /// merged.</summary>
    public static IReadOnlyList<(string Left, string Right)> Learn(IEnumerable<string> texts, int most)
    {
        List<Word> words = Count(texts);
        var merges = new List<(string Left, string Right)>();
        var made = new HashSet<string>(StringComparer.Ordinal);
        while (merges.Count < most && Best(words, made) is { } pair)
        {
            merges.Add(pair);
            made.Add(pair.Left + pair.Right);
            foreach (Word word in words)
            {
                Merge(word.Symbols, pair);
            }
        }

        return merges;
    }

    private static List<Word> Count(IEnumerable<string> texts)
    {
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (string word in texts.SelectMany(text => TokenSplitter.Split(TextCleaner.Clean(text, true))))
        {
            counts[word] = counts.GetValueOrDefault(word) + 1;
        }

        return [.. counts.Select(pair => new Word(Symbols(pair.Key), pair.Value))];
    }

    private static List<string> Symbols(string word)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(word);
        List<string> symbols = [.. bytes.Select(value => ByteAlphabet.Character(value).ToString())];
        symbols[^1] += BpeVocabulary.WordEnd;
        return symbols;
    }

    // A pair whose token another pair has made already is passed over: a vocabulary holds every token once.
    private static (string Left, string Right)? Best(List<Word> words, HashSet<string> made)
    {
        var counts = new Dictionary<(string Left, string Right), long>();
        foreach (Word word in words)
        {
            for (int i = 0; i + 1 < word.Symbols.Count; i++)
            {
                var pair = (word.Symbols[i], word.Symbols[i + 1]);
                counts[pair] = counts.GetValueOrDefault(pair) + word.Count;
            }
        }

        return counts
            .Where(pair => !made.Contains(pair.Key.Left + pair.Key.Right))
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key.Left, StringComparer.Ordinal)
            .ThenBy(pair => pair.Key.Right, StringComparer.Ordinal)
            .Select(pair => ((string, string)?)pair.Key)
            .FirstOrDefault();
    }

    private static void Merge(List<string> symbols, (string Left, string Right) pair)
    {
        for (int i = 0; i + 1 < symbols.Count; i++)
        {
            if (symbols[i] == pair.Left && symbols[i + 1] == pair.Right)
            {
                symbols[i] += pair.Right;
                symbols.RemoveAt(i + 1);
            }
        }
    }

    private sealed record Word(List<string> Symbols, long Count);
}
