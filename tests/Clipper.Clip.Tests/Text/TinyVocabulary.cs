using System.IO.Compression;
using System.Text;
using Clipper.Clip.Text;
using Clipper.Testing;

namespace Clipper.Clip.Tests.Text;

/// <summary>A vocabulary of a few merges, written as OpenAI's file.</summary>
internal static class TinyVocabulary
{
    public const string Header = "#version: 0.2";

    public static readonly string[] Merges = ["c a", "ca t</w>", "d o", "do g</w>"];

    /// <summary>The id of the first merge's token.</summary>
    public const int FirstMerged = 512;

    public static BpeVocabulary Read()
    {
        using var folder = new TemporaryFolder();
        return BpeVocabulary.Read(Write(folder, "v.txt.gz", [Header, .. Merges]));
    }

    public static string Write(TemporaryFolder folder, string name, string[] lines)
    {
        string path = folder.Combine(name);
        File.WriteAllBytes(path, Zip(string.Join('\n', lines) + "\n"));
        return path;
    }

    public static byte[] Zip(string text)
    {
        using var zipped = new MemoryStream();
        using (var stream = new GZipStream(zipped, CompressionLevel.Fastest))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
        }

        return zipped.ToArray();
    }
}
