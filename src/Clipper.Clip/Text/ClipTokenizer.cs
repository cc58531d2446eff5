using System.Globalization;
using System.Text;
using Clipper.Clip.Text.Cleaning;
using Clipper.Core.Errors;

namespace Clipper.Clip.Text;

/// <summary>Text to the token ids that CLIP's text tower takes, as openai/CLIP's simple_tokenizer.py and
/// clip.tokenize.</summary>
/// <param name="Vocabulary">Tokens and merges.</param>
/// <param name="IsRepairing">Whether text is first repaired as <c>ftfy.fix_text</c> does it: wrongly decoded UTF-8,
/// curly quotes, ligatures, widths, control characters, NFC.</param>
public sealed record ClipTokenizer(BpeVocabulary Vocabulary, bool IsRepairing = true)
{
    /// <summary>The context length of all of OpenAI's models.</summary>
    public const int UsualContext = 77;

    private const int Marks = 2;
    private const int LongestExcerpt = 40;

    /// <summary>The ids of a text, without marks of start and end.</summary>
    public int[] Encode(string text)
    {
        var ids = new List<int>();
        foreach (string word in TokenSplitter.Split(TextCleaner.Clean(text, IsRepairing)))
        {
            AddWord(word, ids);
        }

        return [.. ids];
    }

    /// <summary>Ids as the model takes them: start, text, end, then zeros up to the context length.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="context">The number of ids; at least 2.</param>
    /// <param name="isTruncated">A text that is too long is cut, its last id the end; else it is an error.</param>
    /// <exception cref="UsageException">The text is too long.</exception>
    public int[] Tokenize(string text, int context = UsualContext, bool isTruncated = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(context, Marks);
        int[] ids = Encode(text);
        if (ids.Length + Marks > context && !isTruncated)
        {
            string excerpt = text.Length > LongestExcerpt ? text[..LongestExcerpt] + "…" : text;
            throw new UsageException(
                $"The text '{excerpt}' has {ids.Length + Marks} tokens with its marks, but the context holds "
                + $"{context}; shorten it, or have it cut (--truncate).");
        }

        var row = new int[context];
        int kept = Math.Min(ids.Length, context - Marks);
        row[0] = Vocabulary.StartId;
        ids.AsSpan(0, kept).CopyTo(row.AsSpan(1));
        row[kept + 1] = Vocabulary.EndId;
        return row;
    }

    /// <summary>The same for several texts.</summary>
    /// <exception cref="UsageException">A text is too long; says which.</exception>
    public int[][] TokenizeAll(IReadOnlyList<string> texts, int context = UsualContext, bool isTruncated = false)
    {
        var rows = new int[texts.Count][];
        for (int i = 0; i < rows.Length; i++)
        {
            try
            {
                rows[i] = Tokenize(texts[i], context, isTruncated);
            }
            catch (UsageException error)
            {
                throw new UsageException(
                    string.Create(CultureInfo.InvariantCulture, $"Text {i} (from 0): {error.Message}"), error);
            }
        }

        return rows;
    }

    /// <summary>The clean text of ids, with a space after every word.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An id is not in the vocabulary.</exception>
    public string Decode(IEnumerable<int> ids)
    {
        var bytes = new List<byte>();
        foreach (int id in ids)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(id);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(id, Vocabulary.Count);
            foreach (char symbol in Vocabulary.Token(id))
            {
                bytes.Add(ByteAlphabet.Byte(symbol));
            }
        }

        return Encoding.UTF8.GetString([.. bytes]).Replace(BpeVocabulary.WordEnd, " ", StringComparison.Ordinal);
    }

    private void AddWord(string word, List<int> ids)
    {
        if (word is BpeVocabulary.Start or BpeVocabulary.End)
        {
            ids.Add(word == BpeVocabulary.Start ? Vocabulary.StartId : Vocabulary.EndId);
            return;
        }

        byte[] bytes = Encoding.UTF8.GetBytes(word);
        var symbols = new List<int>(bytes.Length);
        for (int i = 0; i < bytes.Length; i++)
        {
            symbols.Add(Vocabulary.ByteId(bytes[i], isLast: i == bytes.Length - 1));
        }

        ids.AddRange(BytePairs.Merge(symbols, Vocabulary));
    }
}
