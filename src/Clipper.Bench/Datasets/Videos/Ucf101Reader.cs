using System.Globalization;
using System.Text.RegularExpressions;
using Clipper.Bench.Datasets.Folders;
using Clipper.Bench.Datasets.Storage;

namespace Clipper.Bench.Datasets.Videos;

/// <summary>UCF101 (PROTOCOL 2.2): an image a video, as frames in <c>UCF_Images/action/….jpg</c>, or as the middle
/// frame of the official videos <c>UCF-101/action/v_Action_g01_c01.avi</c>, which ffmpeg takes; each in a folder, ZIP
/// or TAR. A sample's source is its group of videos (g01): the clips of one are cut from the same recording.</summary>
internal sealed partial class Ucf101Reader : IDatasetReader
{
    private const string Frames = "UCF_Images";
    private const string Lists = "ucfTrainTestlist";
    private const int Partitions = 3;
    private const int NumberLength = 2;

    // The archive of the THUMOS challenge holds UCF101/v_….avi without folders of actions.
    private static readonly string[] _videos = ["UCF-101", "UCF101"];

    private static readonly string[] _roles = ["test", "train"];

    /// <inheritdoc />
    public string Name => "ucf101";

    /// <inheritdoc />
    public string Description => "UCF101: 13,320 videos of 101 actions, an image each (frames, or .avi with ffmpeg)";

    /// <inheritdoc />
    public IReadOnlyList<string> Variants => [];

    /// <inheritdoc />
    public IReadOnlyList<string> Splits { get; } =
    [
        .. from number in Enumerable.Range(1, Partitions)
           from role in _roles
           select string.Create(CultureInfo.InvariantCulture, $"{role}{number:00}"),
    ];

    /// <inheritdoc />
    public string PaperSplit => "last-20";

    /// <inheritdoc />
    public bool IsMultiLabel => false;

    /// <inheritdoc />
    public bool IsGenerated => false;

    /// <inheritdoc />
    public bool IsFoundAt(string root) => Locate(root) is not null;

    /// <inheritdoc />
    public DatasetContent Read(DatasetSource source)
    {
        (string path, string folder) = Locate(source.Root) ?? (source.Root, Frames);
        FileTree tree = ImageFolder.Tree(path, folder, source.Options);
        bool isFrames = folder == Frames;
        IReadOnlyList<FolderImage> images = ClassFolders.List(
            tree, isFrames ? ImageFileNames.Match : IsVideo, ClassOf);
        ClassFolders.Check(
            images, tree, isFrames ? $"{Frames}/<action>/<image>" : $"{folder}/<action>/v_Action_g01_c01.avi", source);
        if (source.Split != Datasets.Splits.All)
        {
            images = SplitList.Cut(
                ListOf(source), images, image => Path.GetFileNameWithoutExtension(image.Name),
                line => Line().Match(line).Groups["name"].Value, source);
        }

        WarnOfGroups(images, path, source.Warn);
        SampleList samples = ClassFolders.Samples(images, SourceOf);
        IImageStore store = isFrames ? tree.Store : MiddleFrames.Open(tree.Store, path);
        return new("", false, samples.Classes, samples.Samples, store)
        {
            ClassNames = [.. samples.Classes.Select(name => WordStart().Replace(name, " "))],
        };
    }

    // Frames come first: they need no program. An archive comes before the folder, as everywhere.
    private static (string Path, string Folder)? Locate(string root)
    {
        foreach (string folder in _videos.Prepend(Frames))
        {
            if (ImageFolder.Locate(folder, root) is { } path)
            {
                return (path, folder);
            }
        }

        string videos = Path.Combine(root, "UCF101_videos.zip");
        return File.Exists(videos) ? (videos, _videos[1]) : null;
    }

    private static bool IsVideo(string path) => path.EndsWith(".avi", StringComparison.OrdinalIgnoreCase);

    private static string? ClassOf(string path) => ClassFolders.SecondLevel(path)
        ?? (NameOf(path) is { Success: true } name ? name.Groups["action"].Value : null);

    // In the data set HandstandPushups has files v_HandStandPushups_…, so the folder names the action.
    private static string? SourceOf(FolderImage image) => NameOf(image.File) is { Success: true } name
        ? $"{image.Class}/{name.Groups["group"].Value}" : null;

    private static Match NameOf(string path) => VideoName().Match(Path.GetFileNameWithoutExtension(path));

    private static void WarnOfGroups(IReadOnlyList<FolderImage> images, string path, Action<string> warn)
    {
        if (images.Count(image => SourceOf(image) is null) is > 0 and var unknown)
        {
            warn(string.Create(
                CultureInfo.InvariantCulture,
                $"{path}: the names of {unknown} images do not tell their video (v_Action_g01_c01), so nothing warns "
                + $"when support and query show one recording."));
        }
    }

    private static string ListOf(DatasetSource source)
    {
        string role = source.Split.StartsWith(_roles[0], StringComparison.Ordinal) ? "testlist" : "trainlist";
        string file = $"{role}{source.Split[^NumberLength..]}.txt";
        string deeper = Path.Combine(source.Root, Lists, file);
        return File.Exists(deeper) ? deeper : Path.Combine(source.Root, file);
    }

    [GeneratedRegex(@"^v_(?<action>[A-Za-z]+)_(?<group>g[0-9]+)_c[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex VideoName();

    // ApplyEyeMakeup/v_ApplyEyeMakeup_g08_c01.avi 1
    [GeneratedRegex(@"(?<name>v_[^/. ]+)\.avi", RegexOptions.CultureInvariant)]
    private static partial Regex Line();

    // ApplyEyeMakeup in words; folders of the reference's frames have their spaces already.
    [GeneratedRegex("(?<=[a-z])(?=[A-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex WordStart();
}
