using Clipper.Bench.Datasets;
using Clipper.Bench.Tests.Datasets.Official;
using Clipper.Core.Errors;
using Clipper.Testing;
using Clipper.Testing.Official;

namespace Clipper.Bench.Tests.Datasets.Folders;

public sealed class Indoor67ReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", 27, 270, "scene_00/int 00.jpg", "scene_26/int09.jpg")]
    [InlineData("train", 27, 324, "scene_00/int 10.jpg", "scene_26/int21.jpg")]
    [InlineData("all", 27, 648, "scene_00/int 00.jpg", "scene_26/int23.jpg")]
    [InlineData("last-20", 6, 129, "scene_21/int13.jpg", "scene_26/int23.jpg")]
    public void Open_a_split_is_in_sorted_order(string split, int classes, int images, string first, string last)
    {
        Indoor67Copy.Make().Unpacked(_folder.Combine("data"));

        using IDataset dataset = Open("data", split);

        Assert.Equal((classes, images), (dataset.Classes.Count, dataset.Samples.Count));
        Assert.Equal(($"Images/{first}", $"Images/{last}"), (dataset.Samples[0].Id, dataset.Samples[^1].Id));
        Assert.Equal("scene 26", dataset.ClassNames[^1]);
    }

    [Fact]
    public void Open_official_archive_and_folder_have_one_manifest()
    {
        OfficialCopy copy = Indoor67Copy.Make();
        copy.Unpacked(_folder.Combine("unpacked"));
        copy.Tar(_folder.Combine("packed", "indoorCVPR_09.tar"));
        foreach (string list in new[] { "TestImages.txt", "TrainImages.txt" })
        {
            File.Copy(_folder.Combine("unpacked", list), _folder.Combine("packed", list));
        }

        using IDataset unpacked = Open("unpacked");
        using IDataset packed = Open("packed");

        Assert.Equal(unpacked.ManifestHash, packed.ManifestHash);
    }

    [Fact]
    public void Default_split_of_the_paper_is_the_last_fifth()
    {
        Assert.Equal("last-20", DatasetCatalog.DefaultSplit("indoor67", asPaper: true));
        Assert.Equal("test", DatasetCatalog.DefaultSplit("indoor67", asPaper: false));
        Assert.Equal((13, 3124), Counts(DatasetCatalog.Expected("indoor67", "last-20")));
    }

    [Theory]
    [InlineData("", "TestImages.txt: is not there")]
    [InlineData("scene_00/int01.jpg\nscene_00/absent.jpg\n", "1 listed images are not there:\nscene_00/absent.jpg")]
    [InlineData("scene_00/int01.jpg\nscene_00/int01.jpg\n", "names 1 images twice: scene_00/int01.jpg")]
    [InlineData("\n\n", "names no image")]
    public void Open_bad_list_is_an_error_that_says_why(string list, string expected)
    {
        Indoor67Copy.Make().Unpacked(_folder.Combine("data"));
        File.Delete(_folder.Combine("data", "TestImages.txt"));
        if (list.Length > 0)
        {
            _folder.Write("data/TestImages.txt", list);
        }

        DataFileException error = Assert.Throws<DataFileException>(() => Open("data"));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(", split: last-20")]
    public void Run_of_5_ways_and_5_shots_has_its_numbers(string split)
    {
        Indoor67Copy.Make().Unpacked(_folder.Combine("data"));

        OfficialRun.Of(_folder, $"{{ name: indoor67, root: data{split} }}");
    }

    private static (int, int) Counts(Clipper.Bench.Datasets.Recipes.RecipeCounts? counts) =>
        (counts?.Classes ?? 0, counts?.Images ?? 0);

    private IDataset Open(string root, string split = "") => DatasetCatalog.Open(
        new("indoor67", Root: _folder.Combine(root), Split: split), new(_folder.Combine("cache")));
}
