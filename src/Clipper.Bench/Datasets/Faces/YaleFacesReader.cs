using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Clipper.Bench.Datasets.Faces;

/// <summary>Yale Faces (PROTOCOL 2.4): <c>yalefaces/subjectNN.condition</c>, GIF pictures most of which have no
/// extension, in a folder or in yalefaces.zip. The labels of a picture are its subject and its condition. As in the
/// reference <c>subject01.gif</c> is subject01.centerlight, and Readme.txt and <c>subject01.glasses.gif</c> are left
/// out.</summary>
internal sealed partial class YaleFacesReader : IDatasetReader
{
    private const string Folder = "yalefaces";
    private const string NamelessCondition = "centerlight";
    private const int CopiesTold = 6;

    private static readonly string[] _leftOut = ["Readme.txt", "subject01.glasses.gif"];

    public string Name => "yalefaces";

    public string Description => "Yale Faces: 15 subjects under 11 conditions, 165 grey pictures";

    public IReadOnlyList<string> Variants => [];

    public bool IsMultiLabel => true;

    public bool IsGenerated => false;

    public bool IsFoundAt(string root) => Locate(root) is not null;

    public DatasetContent Read(DatasetSource source)
    {
        string path = Locate(source.Root) ?? source.Root;
        (DatasetContent content, _) =
            FaceFiles.Read(source, path, Folder, "subjectNN.condition", IsLeftOut, Parse);
        WarnOfCopies(content, path, source.Warn);
        return content;
    }

    private static string? Locate(string root) =>
        FaceFiles.Locate(root, Folder, name => Parse(name) is not null);

    private static bool IsLeftOut(string name) => _leftOut.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static string[]? Parse(string name)
    {
        Match match = NamePattern().Match(name);
        if (!match.Success)
        {
            return null;
        }

        string condition = match.Groups["condition"].Value;
        return [match.Groups["subject"].Value, condition == "gif" ? NamelessCondition : condition];
    }

    // Some conditions of a subject are one and the same picture: an episode that has one as support and one as query
    // asks for what it was shown.
    private static void WarnOfCopies(DatasetContent content, string path, Action<string> warn)
    {
        string[][] copies =
        [
            .. content.Samples.GroupBy(s => Convert.ToHexString(SHA256.HashData(content.Images.Read(s.Image))))
                .Where(group => group.Count() > 1)
                .Select(group => group.Select(s => FaceFiles.NameOf(s.Id)).ToArray()),
        ];
        if (copies.Length > 0)
        {
            string more = copies.Length > CopiesTold ? ", …" : "";
            warn(string.Create(
                CultureInfo.InvariantCulture,
                $"{path}: {copies.Sum(group => group.Length - 1)} pictures are byte for byte copies of others under "
                + $"another condition: {string.Join(", ", copies.Take(CopiesTold).Select(g => string.Join(" = ", g)))}")
                + $"{more}.");
        }
    }

    [GeneratedRegex(@"^(?<subject>subject\d\d)\.(?<condition>[a-z]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}
