using System.Globalization;

namespace Clipper.Bench.Datasets.Faces;

/// <summary>UTKFace (PROTOCOL 2.4): <c>UTKFace/age_gender_race_date.jpg</c>, in a folder or in UTKFace.tar or .zip; in
/// ordinal order of the names, names that do not end in <c>jpg</c> left out. Labels are the age bucket, the gender and
/// the race; a race that cannot be read is <c>Unknown</c>, as in the reference.</summary>
internal sealed class UtkFaceReader : IDatasetReader
{
    private const string Folder = "UTKFace";
    private const string Unknown = "Unknown";

    private static readonly string[] _genders = ["Male", "Female"];
    private static readonly string[] _races = ["White", "Black", "Asian", "Indian", "Others"];

    private static readonly (int From, string Name)[] _ages =
    [
        (90, "Older Senior"), (65, "Senior"), (40, "Older Adult"), (18, "Adult"), (11, "Teen"), (0, "Child"),
    ];

    public string Name => "utkface";

    public string Description => "UTKFace: faces with age bucket, gender and race";

    public IReadOnlyList<string> Variants => [];

    public bool IsMultiLabel => true;

    public bool IsGenerated => false;

    public bool IsFoundAt(string root) => Locate(root) is not null;

    public DatasetContent Read(DatasetSource source)
    {
        string path = Locate(source.Root) ?? source.Root;
        (DatasetContent content, int others) =
            FaceFiles.Read(source, path, Folder, "age_gender_race_date.jpg", name => !IsPicture(name), Parse);
        if (others > 0)
        {
            source.Warn(string.Create(
                CultureInfo.InvariantCulture, $"{path}: {others} files are no .jpg and are ignored."));
        }

        return content;
    }

    private static string? Locate(string root) => FaceFiles.Locate(
        root, Folder, name => IsPicture(name) && Parse(name) is not null);

    private static bool IsPicture(string name) => name.EndsWith("jpg", StringComparison.Ordinal);

    private static string[]? Parse(string name)
    {
        string[] fields = name.Split('_');
        return fields.Length >= 3 && Number(fields[0]) is { } age && Number(fields[1]) is { } gender
            && gender < _genders.Length
            ? [_ages.First(bucket => age >= bucket.From).Name, _genders[gender], Race(fields[2])] : null;
    }

    private static string Race(string field) =>
        Number(field) is { } race && race < _races.Length ? _races[race] : Unknown;

    private static int? Number(string field) =>
        int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
