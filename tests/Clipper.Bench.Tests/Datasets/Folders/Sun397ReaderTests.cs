using Clipper.Bench.Datasets;
using Clipper.Bench.Tests.Datasets.Official;
using Clipper.Core.Errors;
using Clipper.Testing;
using Clipper.Testing.Official;

namespace Clipper.Bench.Tests.Datasets.Folders;

public sealed class Sun397ReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", 270, "some_a0/outdoor/sun_a00.jpg")]
    [InlineData("train01", 270, "some_a0/outdoor/sun_a10.jpg")]
    [InlineData("all", 594, "some_a0/outdoor/sun_a00.jpg")]
    public void Open_a_split_has_the_scenes_below_their_letter(string split, int images, string first)
    {
        Sun397Copy.Make().Unpacked(_folder.Combine("data"));

        using IDataset dataset = Open("data", split);

        Assert.Equal((27, images), (dataset.Classes.Count, dataset.Samples.Count));
        Assert.Equal($"SUN397/s/{first}", dataset.Samples[0].Id);
        Assert.Equal(("some_a0/outdoor", "some a0 outdoor"), (dataset.Classes[0], dataset.ClassNames[0]));
    }

    [Fact]
    public void Open_archive_and_folder_have_one_manifest()
    {
        Sun397Copy.Make().Unpacked(_folder.Combine("unpacked"));
        Sun397Copy.Make().Tar(_folder.Combine("packed", "SUN397.tar"));

        using IDataset unpacked = Open("unpacked", "all");
        using IDataset packed = Open("packed", "all");

        Assert.Equal(unpacked.ManifestHash, packed.ManifestHash);
    }

    [Fact]
    public void Open_partition_without_its_list_says_which()
    {
        Sun397Copy.Make().Unpacked(_folder.Combine("data"));

        DataFileException error = Assert.Throws<DataFileException>(() => Open("data", "test07"));

        Assert.Contains("Testing_07.txt", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_of_5_ways_and_5_shots_has_its_numbers()
    {
        Sun397Copy.Make().Unpacked(_folder.Combine("data"));

        OfficialRun.Of(_folder, "{ name: sun397, root: data }");
    }

    private IDataset Open(string root, string split = "") => DatasetCatalog.Open(
        new("sun397", Root: _folder.Combine(root), Split: split), new(_folder.Combine("cache")));
}
