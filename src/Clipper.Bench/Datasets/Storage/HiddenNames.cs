namespace Clipper.Bench.Datasets.Storage;

/// <summary>Which files are leftovers of operating systems and not data.</summary>
internal static class HiddenNames
{
    /// <summary>Whether a path has a part that starts with a dot, or is one of the leftovers of macOS and
    /// Windows.</summary>
    public static bool Match(string path) => path.Split('/').Any(
        part => part.StartsWith('.') || part is "__MACOSX" or "Thumbs.db" or "desktop.ini");
}
