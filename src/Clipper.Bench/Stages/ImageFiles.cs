using Clipper.Core.Errors;

namespace Clipper.Bench.Stages;

/// <summary>Turns the files and folders of a command line into a list of images.</summary>
public static class ImageFiles
{
    private static readonly HashSet<string> Extensions =
        new(StringComparer.OrdinalIgnoreCase) { ".jpg", ".jpeg", ".png", ".gif", ".bmp" };

    /// <summary>Files in the given order; a folder stands for the images below it in ordinal order of their paths:
    /// files with an image's extension, and others that begin as an image does.</summary>
    /// <exception cref="DataFileException">A path does not exist, a folder holds no image, or two images have one
    /// id.</exception>
    public static IReadOnlyList<ImageFile> Expand(IEnumerable<string> paths)
    {
        var images = new List<ImageFile>();
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (ImageFile image in paths.SelectMany(Of))
        {
            if (!seen.TryAdd(image.Id, image.Path))
            {
                throw new DataFileException(
                    image.Path, $"has the same name as '{seen[image.Id]}'; rename one, or give the folder above both.");
            }

            images.Add(image);
        }

        return images;
    }

    private static IEnumerable<ImageFile> Of(string path)
    {
        if (File.Exists(path))
        {
            return [new ImageFile(Path.GetFileName(path), path)];
        }

        return Directory.Exists(path) ? InFolder(path) : throw new DataFileException(path, "no such file or folder.");
    }

    private static ImageFile[] InFolder(string folder)
    {
        ImageFile[] images = [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Extensions.Contains(Path.GetExtension(file)) || BeginsAsImage(file))
            .Select(file => new ImageFile(IdInside(folder, file), file))
            .OrderBy(image => image.Id, StringComparer.Ordinal)];
        return images.Length > 0
            ? images
            : throw new DataFileException(folder, "holds no image (JPEG, PNG, GIF, BMP or TIFF).");
    }

    private static string IdInside(string folder, string file) =>
        Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/');

    // Yale Faces' GIF files have no extension.
    private static bool BeginsAsImage(string file)
    {
        Span<byte> start = stackalloc byte[4];
        using FileStream stream = File.OpenRead(file);
        bool isLongEnough = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length;
        bool isJpeg = start[0] == 0xFF && start[1] == 0xD8;
        return isLongEnough && (isJpeg || start.SequenceEqual("GIF8"u8) || start[1..].SequenceEqual("PNG"u8));
    }
}
