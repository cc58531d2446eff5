using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Clipper.Clip.Files;

namespace Clipper.Clip.Text;

/// <summary>The tokens and merges of a byte-pair encoding: a token for every byte inside a word and for every byte that
/// ends one, one a merge, and the marks of start and end.</summary>
/// <remarks>Sennrich, Haddow and Birch 2016; the form of openai/CLIP's simple_tokenizer.py.</remarks>
public sealed class BpeVocabulary
{
    /// <summary>The end of a word, as it is written at the end of a token.</summary>
    internal const string WordEnd = "</w>";

    /// <summary>The mark that begins every text.</summary>
    internal const string Start = "<|startoftext|>";

    /// <summary>The mark that ends every text.</summary>
    internal const string End = "<|endoftext|>";

    private readonly string[] _tokens;
    private readonly Dictionary<(int Left, int Right), Merge> _merges;
    private readonly int[] _inside;
    private readonly int[] _last;

    internal BpeVocabulary(
        IReadOnlyDictionary<string, int> ids, Dictionary<(int Left, int Right), Merge> merges)
    {
        _merges = merges;
        _tokens = [.. ids.OrderBy(token => token.Value).Select(token => token.Key)];
        string[] bytes = [.. Enumerable.Range(0, 256).Select(b => ByteAlphabet.Character((byte)b).ToString())];
        _inside = [.. bytes.Select(symbol => ids[symbol])];
        _last = [.. bytes.Select(symbol => ids[symbol + WordEnd])];
        StartId = ids[Start];
        EndId = ids[End];
    }

    /// <summary>The number of tokens; ids are 0 to Count − 1.</summary>
    public int Count => _tokens.Length;

    /// <summary>The id of <c>&lt;|startoftext|&gt;</c>.</summary>
    public int StartId { get; }

    /// <summary>The id of <c>&lt;|endoftext|&gt;</c>.</summary>
    public int EndId { get; }

    /// <summary>Reads OpenAI's form (<c>bpe_simple_vocab_16e6.txt.gz</c>, gzipped or not) or Hugging Face's
    /// (<c>vocab.json</c> with <c>merges.txt</c> beside it, named by either or by their folder).</summary>
    /// <exception cref="Core.Errors.DataFileException">The file is missing or no vocabulary.</exception>
    public static BpeVocabulary Read(string path) => VocabularyFile.Read(path);

    /// <summary>Whether a folder holds files of a vocabulary.</summary>
    public static bool IsIn(string folder) => VocabularyFile.IsIn(folder);

    /// <summary>Lower-case hexadecimal SHA-256 of what the vocabulary is, whatever the form of its files: a line
    /// <c>token</c> for each id, then a line <c>left right</c> of ids for each merge in order of rank.</summary>
    public string ComputeSha256()
    {
        var merges = _merges.OrderBy(merge => merge.Value.Rank).Select(merge => string.Create(
            CultureInfo.InvariantCulture, $"{merge.Key.Left} {merge.Key.Right}"));
        string text = string.Concat(_tokens.Concat(merges).Select(line => line + "\n"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Copies the files of the vocabulary in one folder to another.</summary>
    /// <exception cref="Core.Errors.DataFileException">One cannot be read or written.</exception>
    internal static void Copy(string folder, string target) => VocabularyFile.Copy(folder, target);

    /// <summary>Learns a vocabulary from texts.</summary>
    /// <param name="texts">Texts of the kind that it is for; their order does not matter.</param>
    /// <param name="mostMerges">Merges at most; fewer where every word is one token before.</param>
    public static BpeVocabulary Learn(IEnumerable<string> texts, int mostMerges) =>
        OpenAiVocabulary.Of("learned merges", [.. BytePairTraining.Learn(texts, mostMerges)]);

    /// <summary>Writes the merges in OpenAI's form, the bytes of which the ids follow from.</summary>
    /// <exception cref="Core.Errors.DataFileException">The file cannot be written.</exception>
    public void Save(string path)
    {
        IEnumerable<string> lines = _merges
            .OrderBy(merge => merge.Value.Rank)
            .Select(merge => $"{_tokens[merge.Key.Left]} {_tokens[merge.Key.Right]}\n");
        AtomicFile.WriteText(path, $"{MergeLines.HeaderMark} 0.2\n{string.Concat(lines)}");
    }

    /// <summary>A token as it is written in vocabularies.</summary>
    internal string Token(int id) => _tokens[id];

    /// <summary>The id of a byte.</summary>
    internal int ByteId(byte value, bool isLast) => isLast ? _last[value] : _inside[value];

    /// <summary>What two neighbours are merged to; false where they are not.</summary>
    internal bool TryMerge(int left, int right, out Merge merge) => _merges.TryGetValue((left, right), out merge);

    /// <summary>A merge.</summary>
    /// <param name="Rank">Lower ranks are merged first.</param>
    /// <param name="Id">The token that it gives.</param>
    internal readonly record struct Merge(int Rank, int Id);
}
