using Clipper.Bench.Datasets.Storage;

namespace Clipper.Bench.Datasets.Faces;

/// <summary>Data sets that are one folder of files whose names are the labels.</summary>
internal static class FaceFiles
{
    /// <summary>Where such a folder is: the root itself if a file of it is accepted, else the folder or archive of the
    /// official name in it; null where neither is.</summary>
    public static string? Locate(string root, string folder, Func<string, bool> accepts) =>
        ImageFolder.Locate(folder, root) ?? (HasFiles(root, accepts) ? root : null);

    /// <summary>The file's own name in an id.</summary>
    public static string NameOf(string id) => id[(id.LastIndexOf('/') + 1)..];

    private static bool HasFiles(string root, Func<string, bool> accepts) =>
        Directory.Exists(root) && Directory.EnumerateFiles(root).Any(path => accepts(Path.GetFileName(path)));
}
