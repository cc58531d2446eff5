using Clipper.Bench.Datasets;
using Clipper.Bench.Tests.Datasets.Official;
using Clipper.Core.Errors;
using Clipper.Testing;
using Clipper.Testing.Official;

namespace Clipper.Bench.Tests.Datasets.ImageNet;

public sealed class ImageNetVariantReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _warnings = [];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("imagenet-a", "imagenet-a", "imagenet-a.tar")]
    [InlineData("imagenet-r", "imagenet-r", "imagenet-r.tar")]
    [InlineData("imagenet-sketch", "sketch", "ImageNet-Sketch.zip")]
    public void Open_archive_folder_and_bare_folder_have_one_manifest(string name, string top, string archive)
    {
        OfficialCopy copy = Copy(name, 26);
        Pack(copy, _folder.Combine("packed", archive));
        copy.Unpacked(_folder.Combine("unpacked"));
        copy.Below(top).Unpacked(_folder.Combine("bare"));

        using IDataset packed = Open(name, "packed");
        using IDataset unpacked = Open(name, "unpacked");
        using IDataset bare = Open(name, "bare");

        Assert.Equal((26, 260), (packed.Classes.Count, packed.Samples.Count));
        Assert.Equal(Enumerable.Range(0, 26).Select(ImageNetCopy.Id), packed.Classes);
        Assert.StartsWith($"{top}/{ImageNetCopy.Id(0)}/", packed.Samples[0].Id, StringComparison.Ordinal);
        Assert.Equal(packed.ManifestHash, unpacked.ManifestHash);
        Assert.Equal(packed.ManifestHash, bare.ManifestHash);
        Assert.Equal(packed.ReadImage(7), bare.ReadImage(7));
    }

    [Fact]
    public void Open_names_come_from_the_readme_of_the_archive()
    {
        ImageNetCopy.Variant("imagenet-a").Tar(_folder.Combine("data", "imagenet-a.tar"));

        using IDataset dataset = Open("imagenet-a", "data");

        Assert.Equal(Enumerable.Range(0, 27).Select(ImageNetCopy.Name), dataset.ClassNames);
        Assert.DoesNotContain(_warnings, w => w.Contains("no names", StringComparison.Ordinal));
    }

    [Fact]
    public void Open_a_mapping_file_beside_the_data_comes_before_the_readme()
    {
        ImageNetCopy.Variant("imagenet-r").Tar(_folder.Combine("data", "imagenet-r.tar"));
        string index = ImageNetCopy.KerasIndex(27).Replace("kind", "sort", StringComparison.Ordinal);
        _folder.Write("data/imagenet_class_index.json", index);

        using IDataset dataset = Open("imagenet-r", "data");

        Assert.Equal("sort 26", dataset.ClassNames[26]);
    }

    [Fact]
    public void Open_without_a_mapping_file_keeps_ids_and_warns()
    {
        ImageNetCopy.Sketch(5).Zip(_folder.Combine("data", "ImageNet-Sketch.zip"));

        using IDataset dataset = Open("imagenet-sketch", "data");

        Assert.Equal(dataset.Classes, dataset.ClassNames);
        Assert.Contains(_warnings, w => w.Contains("imagenet_class_index.json", StringComparison.Ordinal));
    }

    [Fact]
    public void DefaultSplit_of_the_paper_is_the_end_of_the_list_where_there_is_no_official_one()
    {
        Assert.Equal("last-20", DatasetCatalog.DefaultSplit("imagenet-sketch", asPaper: true));
        Assert.Equal("all", DatasetCatalog.DefaultSplit("imagenet-sketch", asPaper: false));
        Assert.Equal("all", DatasetCatalog.DefaultSplit("imagenet-a", asPaper: true));
        Assert.Equal("test", DatasetCatalog.DefaultSplit("mini-imagenet", asPaper: true));
        ImageNetCopy.Sketch(50, 10).Zip(_folder.Combine("data", "ImageNet-Sketch.zip"));

        using IDataset dataset = Open("imagenet-sketch", "data", "last-20");

        Assert.Equal(Enumerable.Range(40, 10).Select(ImageNetCopy.Id), dataset.Classes);
    }

    [Fact]
    public void Open_archive_without_a_class_folder_is_an_error()
    {
        new OfficialCopy().Add("imagenet-a/README.txt", "").Tar(_folder.Combine("data", "imagenet-a.tar"));

        Assert.Contains(
            "imagenet-a/<WordNet id>/<image>",
            Assert.Throws<DataFileException>(() => Open("imagenet-a", "data")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("imagenet-a")]
    [InlineData("imagenet-r")]
    [InlineData("imagenet-sketch")]
    public void Run_of_5_ways_and_5_shots_has_its_numbers(string name)
    {
        Copy(name, 25).Unpacked(_folder.Combine("data"));

        OfficialRun.Of(_folder, $"{{ name: {name}, root: data }}");
    }

    private static OfficialCopy Copy(string name, int classes) =>
        name == "imagenet-sketch" ? ImageNetCopy.Sketch(classes) : ImageNetCopy.Variant(name, classes);

    private static void Pack(OfficialCopy copy, string path)
    {
        if (path.EndsWith(".zip", StringComparison.Ordinal))
        {
            copy.Zip(path);
        }
        else
        {
            copy.Tar(path);
        }
    }

    private IDataset Open(string name, string root, string split = "") => DatasetCatalog.Open(
        new(name, Root: _folder.Combine(root), Split: split), new(_folder.Combine("cache"), _warnings.Add));
}
