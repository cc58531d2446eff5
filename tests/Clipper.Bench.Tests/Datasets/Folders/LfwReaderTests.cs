using Clipper.Bench.Datasets;
using Clipper.Bench.Tests.Datasets.Official;
using Clipper.Core.Errors;
using Clipper.Testing;
using Clipper.Testing.Official;

namespace Clipper.Bench.Tests.Datasets.Folders;

public sealed class LfwReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false, "Ada O'Hara")]
    [InlineData(true, "Ada_O'Hara")]
    public void Open_has_people_as_classes_and_the_papers_prompts_in_paper_mode(bool asPaper, string name)
    {
        LfwCopy.Make().Unpacked(_folder.Combine("data"));

        using IDataset dataset = Open("data", asPaper: asPaper);

        Assert.Equal((52, 26 * 13), (dataset.Classes.Count, dataset.Samples.Count));
        Assert.Equal("lfw/Ada_O'Hara/Ada_O'Hara_0001.jpg", dataset.Samples[0].Id);
        Assert.Equal("lfw/Zda_Zed/Zda_Zed_0001.jpg", dataset.Samples[^1].Id);
        Assert.Equal(name, dataset.ClassNames[0]);
    }

    [Fact]
    public void Open_folder_and_archive_have_one_manifest()
    {
        LfwCopy.Make().Unpacked(_folder.Combine("unpacked"));
        LfwCopy.Make().Tar(_folder.Combine("packed", "lfw.tar"));

        using IDataset unpacked = Open("unpacked");
        using IDataset packed = Open("packed");

        Assert.Equal(unpacked.ManifestHash, packed.ManifestHash);
    }

    [Fact]
    public void Open_names_that_are_not_the_persons_follow_the_policy()
    {
        LfwCopy.Make().Add("lfw/Ada_O'Hara/Someone_Else_0001.jpg", "").Unpacked(_folder.Combine("data"));

        DataFileException error = Assert.Throws<DataFileException>(() => Open("data"));
        using IDataset skipped = Open("data", onBadEntry: BadEntryPolicy.Skip);

        Assert.Contains("lfw/Ada_O'Hara/Someone_Else_0001.jpg", error.Message, StringComparison.Ordinal);
        Assert.Equal(26 * 13, skipped.Samples.Count);
    }

    [Fact]
    public void Run_of_5_ways_and_5_shots_draws_from_people_with_enough_pictures()
    {
        LfwCopy.Make().Unpacked(_folder.Combine("data"));

        OfficialRun.Of(_folder, "{ name: lfw, root: data }");
    }

    private IDataset Open(
        string root, bool asPaper = false, BadEntryPolicy onBadEntry = BadEntryPolicy.Fail) => DatasetCatalog.Open(
        new("lfw", Root: _folder.Combine(root)) { AsPaper = asPaper, OnBadEntry = onBadEntry },
        new(_folder.Combine("cache")));
}
