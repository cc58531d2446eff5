using System.Globalization;
using Clipper.Bench.Datasets.Storage;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets.HuggingFace;

/// <summary>Hugging Face's ImageFolder with a list: images at any depth below a folder and <c>metadata.jsonl</c> (or
/// <c>metadata.csv</c>) in it, a line an image. Samples are in the list's order. A variant is a folder in the root
/// (train, test); <c>classnames.txt</c> gives numbers their names.</summary>
internal sealed class HfImageFolderReader : IDatasetReader
{
    /// <inheritdoc />
    public string Name => "hf-imagefolder";

    /// <inheritdoc />
    public string Description => "Hugging Face's ImageFolder with metadata.jsonl (root, or root/variant)";

    /// <inheritdoc />
    public IReadOnlyList<string> Variants => [];

    /// <inheritdoc />
    public bool IsMultiLabel => false;

    /// <inheritdoc />
    public bool IsGenerated => false;

    /// <inheritdoc />
    public bool IsFoundAt(string root) => Directory.Exists(root)
        && (HfMetadata.Locate(root) is not null || Others(root).Any());

    /// <inheritdoc />
    public DatasetContent Read(DatasetSource source)
    {
        string folder = Path.GetFullPath(Path.Combine(source.Root, source.Variant));
        string list = HfMetadata.Locate(folder) ?? throw new DataFileException(
            folder,
            "holds no metadata.jsonl or metadata.csv"
            + (Others(source.Root).ToArray() is { Length: > 0 } others
                ? $"; variants here: {string.Join(", ", others)}." : "; for images in a folder per class take data set "
                + "folder."));
        FileTree tree = FileTree.OfFolder(folder);
        var there = new HashSet<string>(tree.Files, StringComparer.Ordinal);
        var absent = new BadEntries(list, "listed images are not there");
        var samples = new List<NamedSample>();
        foreach (NamedSample sample in HfMetadata.Read(list))
        {
            if (there.Remove(sample.Id))
            {
                samples.Add(sample);
            }
            else
            {
                absent.Add(sample.Id);
            }
        }

        absent.Judge(source);
        if (samples.Count == 0)
        {
            throw new DataFileException(list, "lists no image that is there.");
        }

        if (there.Count(ImageFileNames.Match) is > 0 and var unlisted)
        {
            source.Warn(string.Create(
                CultureInfo.InvariantCulture, $"{folder}: {unlisted} images are not in the list and are ignored."));
        }

        string variant = source.Variant.Length > 0 ? source.Variant
            : Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        return NamedSamples.Number(variant, samples, tree.Store, folder, source.Root);
    }

    private static IEnumerable<string> Others(string root) =>
        Directory.EnumerateDirectories(root).Where(folder => HfMetadata.Locate(folder) is not null)
            .Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal);
}
