using System.Text;
using Clipper.Clip.Files;
using Clipper.Core.Errors;

namespace Clipper.Clip.Text;

/// <summary>Finds and reads the files of a vocabulary, whichever form they have.</summary>
internal static class VocabularyFile
{
    private const string IdsName = "vocab.json";
    private const string MergesName = "merges.txt";
    private const string OpenAiPattern = "bpe_simple_vocab*.txt*";
    private const string Expected = "a bpe_simple_vocab file, or vocab.json with merges.txt";

    /// <summary>As <see cref="BpeVocabulary.Read"/>.</summary>
    public static BpeVocabulary Read(string path)
    {
        if (Directory.Exists(path))
        {
            return ReadFolder(path);
        }

        string folder = Path.GetDirectoryName(path) ?? "";
        bool isHuggingFace = path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            || Path.GetFileName(path) == MergesName;
        if (!isHuggingFace)
        {
            return OpenAiVocabulary.Read(path);
        }

        return Path.GetFileName(path) == MergesName
            ? HuggingFaceVocabulary.Read(Path.Combine(folder, IdsName), path)
            : HuggingFaceVocabulary.Read(path, Path.Combine(folder, MergesName));
    }

    /// <summary>Whether a folder holds files of a vocabulary.</summary>
    public static bool IsIn(string folder) => Files(folder).Length > 0;

    /// <summary>Copies them.</summary>
    public static void Copy(string folder, string target)
    {
        foreach (string file in Files(folder))
        {
            byte[] bytes = Bytes(file);
            AtomicFile.Write(Path.Combine(target, Path.GetFileName(file)), stream => stream.Write(bytes));
        }
    }

    /// <summary>All bytes of a file.</summary>
    public static byte[] Bytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(
                path, $"cannot be read as a vocabulary: {error.Message} Expected {Expected}.", error);
        }
    }

    /// <summary>The lines of a text, without the empty one after the last line feed.</summary>
    public static string[] Lines(byte[] bytes)
    {
        string[] lines = Encoding.UTF8.GetString(bytes).Split('\n');
        return [.. (lines[^1].Length == 0 ? lines[..^1] : lines).Select(line => line.TrimEnd('\r'))];
    }

    // Hugging Face's files where there are such, else OpenAI's.
    private static string[] Files(string folder)
    {
        string[] pair = [Path.Combine(folder, IdsName), Path.Combine(folder, MergesName)];
        return File.Exists(pair[0])
            ? Array.FindAll(pair, File.Exists)
            : [.. Directory.EnumerateFiles(folder, OpenAiPattern).Order(StringComparer.Ordinal)];
    }

    private static BpeVocabulary ReadFolder(string folder)
    {
        if (File.Exists(Path.Combine(folder, IdsName)))
        {
            return HuggingFaceVocabulary.Read(Path.Combine(folder, IdsName), Path.Combine(folder, MergesName));
        }

        string[] found = Files(folder);
        return found.Length == 1
            ? OpenAiVocabulary.Read(found[0])
            : throw new DataFileException(
                folder, $"holds {found.Length} files '{OpenAiPattern}' and no {IdsName}; expected {Expected}.");
    }
}
