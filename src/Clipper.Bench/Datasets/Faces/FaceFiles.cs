using Clipper.Bench.Datasets.Storage;
using Clipper.Core.Errors;

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

    /// <summary>Reads such a folder, in ordinal order of the names.</summary>
    /// <param name="source">Where to look, and what bad entries do.</param>
    /// <param name="path">The folder or archive.</param>
    /// <param name="folder">Its official name.</param>
    /// <param name="names">What names are, for the error: <c>age_gender_race_date.jpg</c>.</param>
    /// <param name="isLeftOut">Whether a name is none of a sample.</param>
    /// <param name="labelsOf">The labels that a name says; null where it says none.</param>
    /// <returns>The data set, and the number of files that were left out.</returns>
    /// <exception cref="DataFileException">There is no sample, or too many names say nothing.</exception>
    public static (DatasetContent Content, int LeftOut) Read(
        DatasetSource source, string path, string folder, string names, Func<string, bool> isLeftOut,
        Func<string, string[]?> labelsOf)
    {
        FileTree tree = ImageFolder.Tree(path, folder, source.Options);
        ILookup<bool, string> files =
            tree.Files.OrderBy(NameOf, StringComparer.Ordinal).ToLookup(id => isLeftOut(NameOf(id)));
        var samples = new LabelledSamples();
        var bad = new BadEntries(path, $"file names are not {names}");
        foreach (string id in files[false])
        {
            if (labelsOf(NameOf(id)) is { } labels)
            {
                samples.Add(id, labels);
            }
            else
            {
                bad.Add(id);
            }
        }

        bad.Judge(source);
        return (samples.ToContent("", path, tree.Store), files[true].Count() + tree.HiddenFiles);
    }

    private static bool HasFiles(string root, Func<string, bool> accepts) =>
        Directory.Exists(root) && Directory.EnumerateFiles(root).Any(path => accepts(Path.GetFileName(path)));
}
