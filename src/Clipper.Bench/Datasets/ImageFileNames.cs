namespace Clipper.Bench.Datasets;

/// <summary>Which files are taken for images.</summary>
internal static class ImageFileNames
{
    private static readonly string[] _extensions = [".bmp", ".gif", ".jpeg", ".jpg", ".png", ".tif", ".tiff"];

    /// <summary>The extensions, for messages.</summary>
    public static string Known => string.Join(", ", _extensions);

    /// <summary>Whether the name has an image's extension, in any letter case.</summary>
    public static bool Match(string path) =>
        _extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);
}
