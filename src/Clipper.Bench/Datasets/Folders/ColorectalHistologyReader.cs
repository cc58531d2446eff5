using System.Text.RegularExpressions;
using Clipper.Bench.Datasets.Storage;

namespace Clipper.Bench.Datasets.Folders;

/// <summary>Colorectal histology (Kather 2016): <c>Kather_texture_2016_image_tiles_5000/01_TUMOR/….tif</c>, in a folder
/// or in the ZIP archive of that name. A tile's source is the piece of a slide that it was cut from, which its name
/// says.</summary>
internal sealed partial class ColorectalHistologyReader : IDatasetReader
{
    private const string Folder = "Kather_texture_2016_image_tiles_5000";

    /// <inheritdoc />
    public string Name => "colorectal-histology";

    /// <inheritdoc />
    public string Description => "Colorectal histology: 5,000 tiles of 8 kinds of tissue, 150 × 150 pixels, TIFF";

    /// <inheritdoc />
    public IReadOnlyList<string> Variants => [];

    /// <inheritdoc />
    public bool IsMultiLabel => false;

    /// <inheritdoc />
    public bool IsGenerated => false;

    /// <inheritdoc />
    public bool IsFoundAt(string root) => ImageFolder.Locate(Folder, root) is not null;

    /// <inheritdoc />
    public DatasetContent Read(DatasetSource source)
    {
        string path = ImageFolder.Locate(Folder, source.Root) ?? source.Root;
        FileTree tree = ImageFolder.Tree(path, Folder, source.Options);
        IReadOnlyList<FolderImage> images = ClassFolders.List(
            tree, file => ClassFolders.SecondLevel(file) is { } name && Class().IsMatch(name) ? name : null);
        ClassFolders.Check(images, tree, $"{Folder}/<01_TUMOR, …>/<tile>.tif", source);
        SampleList samples = ClassFolders.Samples(images, SourceOf);
        return new("", false, samples.Classes, samples.Samples, tree.Store)
        {
            ClassNames = [.. samples.Classes.Select(name => name[3..].ToLowerInvariant())],
        };
    }

    // 10009_CRC-Prim-HE-03_009.tif_Row_301_Col_151.tif
    private static string? SourceOf(FolderImage image) =>
        Slide().Match(image.Name) is { Success: true } match ? match.Groups["slide"].Value : null;

    [GeneratedRegex("^[0-9][0-9]_[A-Z]+\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Class();

    [GeneratedRegex(@"^[0-9A-F]+_(?<slide>.+)\.tif_Row_[0-9]+_Col_[0-9]+\.tif\z", RegexOptions.CultureInvariant)]
    private static partial Regex Slide();
}
