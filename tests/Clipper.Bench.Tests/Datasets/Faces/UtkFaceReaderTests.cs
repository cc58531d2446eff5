using Clipper.Bench.Datasets;
using Clipper.Bench.Tests.Datasets.Official;
using Clipper.Core.Errors;
using Clipper.Testing;
using Clipper.Testing.Official;

namespace Clipper.Bench.Tests.Datasets.Faces;

public sealed class UtkFaceReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _warnings = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_has_the_fourteen_labels_and_the_names_in_ordinal_order()
    {
        UtkFaceCopy.Make().Unpacked(_folder.Path);

        using IDataset dataset = Open();

        Assert.Equal(
            [
                "Adult", "Asian", "Black", "Child", "Female", "Indian", "Male", "Older Adult", "Older Senior", "Others",
                "Senior", "Teen", "Unknown", "White",
            ],
            dataset.Classes);
        Assert.Equal(300, dataset.Samples.Count);
        Assert.Equal(dataset.Samples.Select(s => s.Id).Order(StringComparer.Ordinal), dataset.Samples.Select(s => s.Id));
        Assert.Equal(["Female", "Older Adult", "Unknown"], LabelsOf(dataset, UtkFaceCopy.WithoutRace));
        Assert.Contains(_warnings, w => w.Contains("1 files are no .jpg", StringComparison.Ordinal));
    }

    // PROTOCOL 2.4: the ends of the buckets.
    [Theory]
    [InlineData("1_0_0_", "Child", "Male", "White")]
    [InlineData("10_1_1_", "Child", "Female", "Black")]
    [InlineData("11_0_2_", "Teen", "Male", "Asian")]
    [InlineData("17_0_3_", "Teen", "Male", "Indian")]
    [InlineData("18_0_4_", "Adult", "Male", "Others")]
    [InlineData("39_0_5_", "Adult", "Male", "Unknown")]
    [InlineData("40_0__", "Older Adult", "Male", "Unknown")]
    [InlineData("64_0_0_", "Older Adult", "Male", "White")]
    [InlineData("65_0_0_", "Senior", "Male", "White")]
    [InlineData("89_0_0_", "Senior", "Male", "White")]
    [InlineData("90_0_0_", "Older Senior", "Male", "White")]
    [InlineData("116_0_0_", "Older Senior", "Male", "White")]
    public void Open_name_gives_age_gender_and_race(string name, params string[] labels)
    {
        _folder.Write($"UTKFace/{name}20170109.jpg.chip.jpg", "");

        using IDataset dataset = Open();

        Assert.Equal(labels.Order(StringComparer.Ordinal), LabelsOf(dataset, $"{name}20170109.jpg.chip.jpg"));
    }

    [Fact]
    public void Open_archive_folder_and_bare_folder_have_one_manifest()
    {
        UtkFaceCopy.Make().Tar(_folder.Combine("packed", "UTKFace.tar"));
        UtkFaceCopy.Make().Unpacked(_folder.Combine("unpacked"));
        UtkFaceCopy.Make().Below("UTKFace").Unpacked(_folder.Combine("bare"));

        using IDataset packed = Open("packed");
        using IDataset unpacked = Open("unpacked");
        using IDataset bare = Open("bare");

        Assert.Equal(packed.ManifestHash, unpacked.ManifestHash);
        Assert.Equal(packed.ManifestHash, bare.ManifestHash);
    }

    [Fact]
    public void Open_names_that_do_not_parse_are_listed_and_follow_the_policy()
    {
        UtkFaceCopy.Make().Unpacked(_folder.Path);
        _folder.Write("UTKFace/53__0_20170116184028385.jpg", "");
        _folder.Write("UTKFace/baby_0_0_2017.jpg", "");
        _folder.Write("UTKFace/20_2_0_2017.jpg", "");

        DataFileException error = Assert.Throws<DataFileException>(() => Open());
        using IDataset skipped = Open(onBadEntry: BadEntryPolicy.Skip);

        Assert.Contains("3 file names are not age_gender_race_date.jpg:", error.Message, StringComparison.Ordinal);
        Assert.Contains("UTKFace/53__0_20170116184028385.jpg", error.Message, StringComparison.Ordinal);
        Assert.Equal(300, skipped.Samples.Count);
        Assert.Contains(_warnings, w => w.Contains("UTKFace/baby_0_0_2017.jpg", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_five_ways_five_shots()
    {
        UtkFaceCopy.Make().Unpacked(_folder.Path);

        OfficialRun.Of(_folder, $"{{ name: utkface, root: {_folder.Path} }}", queries: 3);
    }

    private static IEnumerable<string> LabelsOf(IDataset dataset, string file) =>
        dataset.Samples.Single(s => s.Id == $"UTKFace/{file}").Labels.Select(label => dataset.Classes[label]);

    private IDataset Open(string root = "", BadEntryPolicy onBadEntry = BadEntryPolicy.Fail) => DatasetCatalog.Open(
        new("utkface", Root: _folder.Combine(root)) { OnBadEntry = onBadEntry },
        new(_folder.Combine("cache"), _warnings.Add));
}
