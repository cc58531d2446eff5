using Clipper.Bench.Datasets;
using Clipper.Bench.Tests.Datasets.Official;
using Clipper.Core.Errors;
using Clipper.Testing;
using Clipper.Testing.Archives;
using Clipper.Testing.Official;

namespace Clipper.Bench.Tests.Datasets.WebDataset;

public sealed class WebDatasetReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _warnings = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_shards_of_a_variant_in_order_with_names()
    {
        WebDatasetCopy.Write(_folder.Combine("data"));

        using IDataset dataset = Open("test");

        Assert.Equal((25, 250, "test"), (dataset.Classes.Count, dataset.Samples.Count, dataset.Variant));
        Assert.Equal(("0.tar/s0000000.jpg", "2.tar/s0000249.jpg"), (dataset.Samples[0].Id, dataset.Samples[^1].Id));
        Assert.Equal("kind 24", dataset.Classes[dataset.Samples[^1].Labels[0]]);
        Assert.Equal([0xFF, 0xD8], dataset.ReadImage(100)[..2]);
        Assert.Empty(_warnings);
    }

    [Fact]
    public void Open_numbers_without_names_are_in_numerical_order()
    {
        Shard(new TarBytes().File("a.cls", "10").File("a.jpg", "x").File("b.cls", "9\n").File("b.jpg", "y"));

        using IDataset dataset = Open();

        Assert.Equal(["9", "10"], dataset.Classes);
    }

    [Fact]
    public void Open_json_has_one_label_or_several()
    {
        Shard(new TarBytes()
            .File("a.json", """{"labels": ["cat", "sofa"], "caption": "x"}""").File("a.png", "x")
            .File("b.json", """{"label": "dog"}""").File("b.txt", "a dog").File("b.png", "y"));

        using IDataset dataset = Open();

        Assert.True(dataset.IsMultiLabel);
        Assert.Equal(["cat", "dog", "sofa"], dataset.Classes);
        Assert.Equal([0, 2], dataset.Samples[0].Labels);
        Assert.Contains(_warnings, w => w.Contains("1 files that belong to no sample", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a.jpg", "x", "b.cls", "1", "has no label")]
    [InlineData("a.jpg", "x", "a.cls", " ", "an empty one")]
    [InlineData("a.jpg", "x", "a.json", "{}", "has none of labels")]
    [InlineData("a.jpg", "x", "a.json", "{\"label\": 1.5}", "no JSON object")]
    [InlineData("a.jpg", "x", "a.json", "{\"labels\": [\"b\", \"b\"]}", "one twice")]
    [InlineData("a.jpg", "x", "a.json", "[", "no JSON object")]
    [InlineData("a.txt", "x", "a.cls", "1", "holds no sample")]
    public void Open_sample_that_is_not_whole_is_an_error(
        string first, string one, string second, string two, string expected)
    {
        Shard(new TarBytes().File(first, one).File(second, two));

        Assert.Contains(
            expected, Assert.Throws<DataFileException>(() => Open()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_two_images_of_a_sample_or_a_label_beyond_the_names_are_errors()
    {
        Shard(new TarBytes().File("a.jpg", "x").File("a.png", "y").File("a.cls", "1"));
        Assert.Contains("2 images", Assert.Throws<DataFileException>(() => Open()).Message, StringComparison.Ordinal);

        Shard(new TarBytes().File("a.jpg", "x").File("a.cls", "2"));
        _folder.Write("data/classnames.txt", "cat\ndog\n");
        Assert.Contains("2 names", Assert.Throws<DataFileException>(() => Open()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_missing_variant_names_those_that_are_there()
    {
        WebDatasetCopy.Write(_folder.Combine("data"), 1, 1, 1);

        Assert.Contains(
            "variants here: test", Assert.Throws<DataFileException>(() => Open()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_of_5_ways_and_5_shots_has_its_numbers()
    {
        WebDatasetCopy.Write(_folder.Combine("data"));

        OfficialRun.Of(_folder, "{ name: webdataset, root: data, variant: test }");
    }

    private void Shard(TarBytes tar)
    {
        Directory.CreateDirectory(_folder.Combine("data"));
        File.WriteAllBytes(_folder.Combine("data", "0.tar"), tar.ToArray());
    }

    private IDataset Open(string variant = "") => DatasetCatalog.Open(
        new("webdataset", variant, _folder.Combine("data")), new(_folder.Combine("cache"), _warnings.Add));
}
