using System.Buffers.Binary;
using System.IO.Compression;
using Clipper.Core.Errors;

namespace Clipper.Clip.Text;

/// <summary>Reads <c>bpe_simple_vocab_16e6.txt.gz</c>: merges only, of which the first 48894 count; ids follow from
/// their order. A file with fewer merges is a smaller vocabulary.</summary>
internal static class OpenAiVocabulary
{
    private const int MostMerges = 49152 - 256 - 2;
    private const int LargestText = 64 << 20;

    /// <summary>Reads the file, gzipped or not.</summary>
    /// <exception cref="DataFileException">It is missing or no vocabulary.</exception>
    public static BpeVocabulary Read(string path)
    {
        byte[] bytes = VocabularyFile.Bytes(path);
        byte[] text = bytes is [0x1f, 0x8b, _, _, ..] ? Unzip(path, bytes) : bytes;
        return Of(path, MergeLines.Parse(path, VocabularyFile.Lines(text), MostMerges));
    }

    /// <summary>The vocabulary that merges make.</summary>
    /// <param name="path">Names their file in errors.</param>
    /// <param name="pairs">The merges, the first to be merged first.</param>
    /// <exception cref="DataFileException">Two give the same token, or one joins what is no token.</exception>
    public static BpeVocabulary Of(string path, (string Left, string Right)[] pairs)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        string[] symbols = [.. ByteAlphabet.Order.Select(value => ByteAlphabet.Character(value).ToString())];
        IEnumerable<string> tokens =
        [
            .. symbols,
            .. symbols.Select(symbol => symbol + BpeVocabulary.WordEnd),
            .. pairs.Select(pair => pair.Left + pair.Right),
            BpeVocabulary.Start,
            BpeVocabulary.End,
        ];
        foreach (string token in tokens)
        {
            if (!ids.TryAdd(token, ids.Count))
            {
                throw new DataFileException(path, $"two merges give the token '{token}'.");
            }
        }

        return new BpeVocabulary(ids, MergeLines.WithIds(path, pairs, ids));
    }

    private static byte[] Unzip(string path, byte[] zipped)
    {
        try
        {
            using var stream = new GZipStream(new MemoryStream(zipped), CompressionMode.Decompress);
            var text = new byte[LargestText + 1];
            int length = stream.ReadAtLeast(text, text.Length, throwOnEndOfStream: false);
            if (length > LargestText)
            {
                throw new DataFileException(path, $"is no vocabulary: it unzips to more than {LargestText} bytes.");
            }

            // The last four bytes state the length: a file that was cut off is not taken for a smaller vocabulary.
            return BinaryPrimitives.ReadUInt32LittleEndian(zipped.AsSpan()[^sizeof(uint)..]) == length
                ? text[..length]
                : throw new DataFileException(path, "is cut off or damaged: its length is not the one it states.");
        }
        catch (InvalidDataException error)
        {
            throw new DataFileException(path, $"is a damaged gzip file: {error.Message}", error);
        }
    }
}
