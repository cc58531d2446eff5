using Clipper.Bench.Datasets;
using Clipper.Bench.Tests.Datasets.Official;
using Clipper.Core.Errors;
using Clipper.Testing;
using Clipper.Testing.Official;

namespace Clipper.Bench.Tests.Datasets.Faces;

public sealed class YaleFacesReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _warnings = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_has_subjects_and_conditions_as_labels()
    {
        YaleFacesCopy.Make().Unpacked(_folder.Path);

        using IDataset dataset = Open();

        Assert.Equal((26, 165, true), (dataset.Classes.Count, dataset.Samples.Count, dataset.IsMultiLabel));
        Assert.Equal(
            YaleFacesCopy.Conditions.Concat(Enumerable.Range(1, 15).Select(s => $"subject{s:00}"))
                .Order(StringComparer.Ordinal),
            dataset.Classes);
        Assert.All(dataset.Samples, s => Assert.Equal(2, s.Labels.Count));
        Assert.Equal("yalefaces/subject15.wink", dataset.Samples[^1].Id);
        Sample nameless = dataset.Samples.Single(s => s.Id == "yalefaces/subject01.gif");
        Assert.Equal(["centerlight", "subject01"], nameless.Labels.Select(l => dataset.Classes[l]));
        Assert.DoesNotContain(dataset.Samples, s => s.Id == "yalefaces/subject01.glasses.gif");
    }

    [Fact]
    public void Open_copies_under_two_conditions_are_named_and_counts_are_complete()
    {
        YaleFacesCopy.Make().Unpacked(_folder.Path);

        Open().Dispose();

        string warning = Assert.Single(_warnings);
        Assert.Contains("2 pictures are byte for byte copies", warning, StringComparison.Ordinal);
        Assert.Contains("subject02.noglasses = subject02.normal", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_archive_folder_and_bare_folder_have_one_manifest()
    {
        YaleFacesCopy.Make().Zip(_folder.Combine("packed", "yalefaces.zip"));
        YaleFacesCopy.Make().Unpacked(_folder.Combine("unpacked"));
        YaleFacesCopy.Make().Below("yalefaces").Unpacked(_folder.Combine("bare"));

        using IDataset packed = Open("packed");
        using IDataset unpacked = Open("unpacked");
        using IDataset bare = Open("bare");

        Assert.Equal(packed.ManifestHash, unpacked.ManifestHash);
        Assert.Equal(packed.ManifestHash, bare.ManifestHash);
    }

    [Fact]
    public void Open_names_that_do_not_parse_are_listed_and_follow_the_policy()
    {
        YaleFacesCopy.Make().Unpacked(_folder.Path);
        _folder.Write("yalefaces/subject1.happy", "");
        _folder.Write("yalefaces/thumbs.png", "");

        DataFileException error = Assert.Throws<DataFileException>(() => Open());
        using IDataset skipped = Open(onBadEntry: BadEntryPolicy.Skip);

        Assert.Contains("2 file names are not subjectNN.condition", error.Message, StringComparison.Ordinal);
        Assert.Equal(165, skipped.Samples.Count);
    }

    [Fact]
    public void Run_five_ways_five_shots()
    {
        YaleFacesCopy.Make().Unpacked(_folder.Path);

        OfficialRun.Of(_folder, $"{{ name: yalefaces, root: {_folder.Path} }}", queries: 3);
    }

    [SharedDataFact("data", "yalefaces")]
    public void Open_official_set_is_complete()
    {
        using IDataset dataset = DatasetCatalog.Open(
            new("yalefaces", Root: SharedData.Combine("data")), new(_folder.Combine("cache"), _warnings.Add));

        Assert.Equal((26, 165), (dataset.Classes.Count, dataset.Samples.Count));
        Assert.Equal("yalefaces/subject01.centerlight", dataset.Samples[0].Id);
        Assert.Equal("yalefaces/subject15.wink", dataset.Samples[^1].Id);
        Assert.All(dataset.Classes.Index(), c =>
            Assert.Equal(IsSubject(c.Item) ? 11 : 15, dataset.Samples.Count(s => s.Labels.Contains(c.Index))));
        string warning = Assert.Single(_warnings);
        Assert.Contains("9 pictures are byte for byte copies", warning, StringComparison.Ordinal);
    }

    private static bool IsSubject(string label) => label.StartsWith("subject", StringComparison.Ordinal);

    private IDataset Open(string root = "", BadEntryPolicy onBadEntry = BadEntryPolicy.Fail) => DatasetCatalog.Open(
        new("yalefaces", Root: _folder.Combine(root)) { OnBadEntry = onBadEntry },
        new(_folder.Combine("cache"), _warnings.Add));
}
