using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Clipper.Bench.Tests.Datasets;

/// <summary>Writes a small copy of Omniglot's official layout; the images are texts, which readers do not
/// mind.</summary>
internal static class OmniglotCopy
{
    public static IReadOnlyList<string> Files(
        string variant, int alphabets = 2, int characters = 3, int drawings = 4) =>
    [
        .. from a in Enumerable.Range(0, alphabets)
           from c in Enumerable.Range(1, characters)
           from d in Enumerable.Range(1, drawings)
           select string.Create(
               CultureInfo.InvariantCulture,
               $"images_{variant}/Alphabet_{(char)('A' + a)}/character{c:00}/{(a * characters) + c:0000}_{d:00}.png"),
    ];

    public static void Unpacked(string root, IEnumerable<string> files)
    {
        foreach (string file in files)
        {
            string path = Path.Combine(root, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, "image " + file);
        }
    }

    public static string Zipped(string root, string variant, IEnumerable<string> files)
    {
        string path = Path.Combine(root, $"images_{variant}.zip");
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (string file in files)
        {
            using Stream stream = archive.CreateEntry(file).Open();
            stream.Write(Encoding.UTF8.GetBytes("image " + file));
        }

        return path;
    }
}
