using System.Text;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets.Folders;

/// <summary>A text file that names the images of an official split, one a line.</summary>
internal static class SplitList
{
    private const int DuplicatesTold = 5;

    /// <summary>The images that a list names, in the order of the images and not of the list, so that every split of a
    /// data set is in loader order.</summary>
    /// <param name="path">The list: UTF-8, with or without a byte order mark, LF or CRLF.</param>
    /// <param name="images">All images.</param>
    /// <param name="keyOf">How the list names an image.</param>
    /// <param name="keyOfLine">What a line says; null where it is of no image.</param>
    /// <param name="source">What happens to lines whose image is not there.</param>
    /// <exception cref="DataFileException">The list is missing or empty, names an image twice, or names one that is not
    /// there and the policy is fail.</exception>
    public static IReadOnlyList<FolderImage> Cut(
        string path, IReadOnlyList<FolderImage> images, Func<FolderImage, string> keyOf,
        Func<string, string?> keyOfLine, DatasetSource source)
    {
        HashSet<string> listed = Read(path, keyOfLine);
        FolderImage[] cut = [.. images.Where(image => listed.Remove(keyOf(image)))];
        var absent = new BadEntries(path, "listed images are not there");
        foreach (string key in listed.Order(StringComparer.Ordinal))
        {
            absent.Add(key);
        }

        absent.Judge(source);
        return cut.Length > 0 ? cut : throw new DataFileException(path, "names no image that is there.");
    }

    private static HashSet<string> Read(string path, Func<string, string?> keyOfLine)
    {
        try
        {
            string[] keys =
            [
                .. File.ReadLines(path, new UTF8Encoding(false, throwOnInvalidBytes: true))
                    .Select(line => keyOfLine(line.Trim().Replace('\\', '/'))).OfType<string>()
                    .Where(key => key.Length > 0),
            ];
            string[] twice = [.. keys.GroupBy(key => key).Where(group => group.Count() > 1).Select(group => group.Key)];
            return (keys.Length, twice.Length) switch
            {
                (0, _) => throw new DataFileException(path, "names no image."),
                (_, > 0) => throw new DataFileException(
                    path,
                    $"names {twice.Length} images twice: {string.Join(", ", twice.Take(DuplicatesTold))}"
                    + (twice.Length > DuplicatesTold ? ", …" : ".")),
                _ => [.. keys],
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            throw new DataFileException(
                path,
                File.Exists(path) ? $"cannot be read as UTF-8 text ({e.Message})."
                    : "is not there; it says which images are in the split. Put it there, or take split 'all'.",
                e);
        }
    }
}
