using Clipper.Bench.Datasets;
using Clipper.Bench.Tests.Datasets.Official;
using Clipper.Core.Errors;
using Clipper.Testing;
using Clipper.Testing.Official;

namespace Clipper.Bench.Tests.Datasets.Folders;

public sealed class Cub200ReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", 260, "Small_Bird_0000_0.jpg", "Small_Bird_0018_518.jpg")]
    [InlineData("train", 260, "Small_Bird_0001_1.jpg", "Small_Bird_0019_519.jpg")]
    [InlineData("all", 520, "Small_Bird_0000_0.jpg", "Small_Bird_0019_519.jpg")]
    public void Open_a_split_is_in_the_order_of_the_list(string split, int images, string first, string last)
    {
        Cub200Copy.Make().Unpacked(_folder.Combine("data"));

        using IDataset dataset = Open("data", split);

        Assert.Equal((26, images), (dataset.Classes.Count, dataset.Samples.Count));
        Assert.Equal($"CUB_200_2011/images/001.Small_a_Bird/{first}", dataset.Samples[0].Id);
        Assert.Equal($"CUB_200_2011/images/026.Small_z_Bird/{last}", dataset.Samples[^1].Id);
        Assert.Equal("Small z Bird", dataset.ClassNames[^1]);
    }

    [Fact]
    public void Open_folder_and_archive_have_one_manifest()
    {
        Cub200Copy.Make().Unpacked(_folder.Combine("unpacked"));
        Cub200Copy.Make().Tar(_folder.Combine("packed", "CUB_200_2011.tar"));

        using IDataset unpacked = Open("unpacked");
        using IDataset packed = Open("packed");

        Assert.Equal(unpacked.ManifestHash, packed.ManifestHash);
    }

    [Theory]
    [InlineData("images.txt", "1 001.Small_a_Bird/absent.jpg\n", "1 images of images.txt are not there")]
    [InlineData("images.txt", "1 nofolder.jpg\nx 001.B/a.jpg\n", "2 lines cannot be used")]
    [InlineData("images.txt", "1 001.B/a.jpg\n1 001.B/b.jpg\n", ":2: number 1 is there twice")]
    [InlineData("train_test_split.txt", "1 1\n", "says neither 0 nor 1 for image 2")]
    public void Open_bad_list_is_an_error_that_says_why(string file, string text, string expected)
    {
        Cub200Copy.Make().Unpacked(_folder.Combine("data"));
        _folder.Write($"data/CUB_200_2011/{file}", text);

        DataFileException error = Assert.Throws<DataFileException>(() => Open("data"));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_of_5_ways_and_5_shots_has_its_numbers()
    {
        Cub200Copy.Make().Unpacked(_folder.Combine("data"));

        OfficialRun.Of(_folder, "{ name: cub200, root: data }");
    }

    private IDataset Open(string root, string split = "") => DatasetCatalog.Open(
        new("cub200", Root: _folder.Combine(root), Split: split), new(_folder.Combine("cache")));
}
