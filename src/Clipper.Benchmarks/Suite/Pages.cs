using System.Runtime.CompilerServices;
using Clipper.Clip.Files;

namespace Clipper.Benchmarks.Suite;

/// <summary>Where pages of figures go: those of whole runs to docs/performance, which is committed; others never
/// overwrite them.</summary>
internal static class Pages
{
    /// <summary>Where benchmarks write what is not committed.</summary>
    public static string Artifacts => Path.Combine(Repository(), "artifacts", "benchmarks");

    /// <summary>The folder of a page.</summary>
    /// <param name="isWhole">Whether it shows all that its kind of page shows.</param>
    public static string FolderOf(bool isWhole) =>
        isWhole ? Path.Combine(Repository(), "docs", "performance") : Artifacts;

    /// <summary>Writes a page and says where.</summary>
    public static void Write(string name, string page, bool isWhole)
    {
        string path = Path.Combine(FolderOf(isWhole), name);
        AtomicFile.WriteText(path, page.TrimEnd() + "\n");
        Console.WriteLine($"Written to {path}");
    }

    private static string Repository([CallerFilePath] string source = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source) ?? "", "..", "..", ".."));
}
