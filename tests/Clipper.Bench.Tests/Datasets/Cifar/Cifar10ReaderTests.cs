using Clipper.Bench.Datasets;
using Clipper.Bench.Tests.Datasets.Official;
using Clipper.Clip.Imaging;
using Clipper.Core.Errors;
using Clipper.Testing;
using Clipper.Testing.Official;

namespace Clipper.Bench.Tests.Datasets.Cifar;

public sealed class Cifar10ReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _warnings = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_both_versions_give_the_same_samples_and_bytes()
    {
        Cifar10Copy.Binary().Unpacked(_folder.Combine("bin"));
        Cifar10Copy.Python().Unpacked(_folder.Combine("py"));

        using IDataset binary = Open("bin");
        using IDataset python = Open("py");

        Assert.Equal(Cifar10Copy.Classes, binary.Classes);
        Assert.Equal(Cifar10Copy.Classes, python.Classes);
        Assert.Equal((120, "test"), (binary.Samples.Count, binary.Variant));
        Assert.Equal("test_batch/00000", binary.Samples[0].Id);
        Assert.Equal("test_batch/00119", binary.Samples[^1].Id);
        Assert.Equal(
            Enumerable.Range(0, 120).Select(k => Cifar10Copy.Label(6, k)), binary.Samples.Select(s => s.Labels[0]));
        Assert.Equal(binary.ManifestHash, python.ManifestHash);
    }

    [Theory]
    [InlineData("train", 100, "data_batch_1/00000", "data_batch_5/00019")]
    [InlineData("all", 220, "data_batch_1/00000", "test_batch/00119")]
    [InlineData("last-20", 44, "test_batch/00076", "test_batch/00119")]
    public void Open_a_split_takes_its_batches_in_order(string split, int images, string first, string last)
    {
        Cifar10Copy.Binary().Unpacked(_folder.Combine("bin"));

        using IDataset dataset = Open("bin", split);

        Assert.Equal((images, first, last), (dataset.Samples.Count, dataset.Samples[0].Id, dataset.Samples[^1].Id));
        Assert.Equal(split, dataset.Variant);
    }

    [Fact]
    public void ReadImage_is_a_bitmap_of_the_planes()
    {
        Cifar10Copy.Binary().Unpacked(_folder.Combine("bin"));
        using IDataset dataset = Open("bin");

        using Raster picture = ImageDecoder.Decode(dataset.ReadImage(5), "5");

        byte[] planes = Cifar10Copy.Planes(6, 5);
        Assert.Equal((32, 32), (picture.Width, picture.Height));
        Assert.Equal([planes[33], planes[1024 + 33], planes[2048 + 33]], picture.Pixels.Slice(33 * 3, 3).ToArray());
    }

    [Fact]
    public void Open_incomplete_set_is_told()
    {
        Cifar10Copy.Binary().Unpacked(_folder.Combine("bin"));
        File.Delete(_folder.Combine("bin", "cifar-10-batches-bin", "data_batch_4.bin"));

        using IDataset dataset = Open("bin", "train");

        Assert.Equal(80, dataset.Samples.Count);
        Assert.Contains(_warnings, w => w.Contains("data_batch_4 are missing", StringComparison.Ordinal));
        Assert.Contains(_warnings, w => w.Contains(
            "10 classes and 80 images where the official set has 10 and 50000", StringComparison.Ordinal));
    }

    [Fact]
    public void Open_batch_pickled_by_python_3_gives_labels_and_pixels()
    {
        string root = RepositoryRoot.Combine("tests", "Clipper.Bench.Tests", "Datasets", "Cifar", "Python3");
        using IDataset dataset = DatasetCatalog.Open(new("cifar10", Root: root), new(_folder.Combine("cache")));

        using Raster picture = ImageDecoder.Decode(dataset.ReadImage(1), "1");

        Assert.Equal(["cat", "ship"], Names(dataset));
        int[] planes = [3072 + 700, 3072 + 1024 + 700, 3072 + 2048 + 700];
        Assert.Equal(
            planes.Select(place => (byte)(place / 37 % 251)), picture.Pixels.Slice(700 * 3, 3).ToArray());
    }

    [Fact]
    public void Open_packed_archive_says_that_it_is_unpacked_once()
    {
        Cifar10Copy.Python().TarGz(_folder.Combine("data", "cifar-10-python.tar.gz"));

        DataFileException error = Assert.Throws<DataFileException>(() => Open("data"));

        Assert.Contains("cifar-10-python.tar.gz: is packed so that", error.Message, StringComparison.Ordinal);
        Assert.Contains("'clipper datasets prepare cifar10 --root ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cut", "no multiple of the 3073")]
    [InlineData("label", "has label 77; expected 0 to 9")]
    public void Open_damaged_binary_batch_is_an_error_with_its_path(string damage, string expected)
    {
        Cifar10Copy.Binary().Unpacked(_folder.Combine("bin"));
        string path = _folder.Combine("bin", "cifar-10-batches-bin", "test_batch.bin");
        byte[] bytes = File.ReadAllBytes(path);
        bytes[3073] = 77;
        File.WriteAllBytes(path, damage == "cut" ? bytes[..^1] : bytes);

        DataFileException error = Assert.Throws<DataFileException>(() => Open("bin"));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Contains("test_batch.bin", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_of_5_ways_and_5_shots_has_its_numbers()
    {
        Cifar10Copy.Python().Unpacked(_folder.Combine("data"));

        OfficialRun.Of(_folder, "{ name: cifar10, root: data }");
    }

    [SharedDataFact("data", "cifar-10-batches-bin")]
    public void Open_official_part_has_its_first_and_last_items()
    {
        using IDataset test = DatasetCatalog.Open(
            new("cifar10", Root: SharedData.Combine("data")), new(_folder.Combine("cache"), _warnings.Add));
        using IDataset train = DatasetCatalog.Open(
            new("cifar10", Root: SharedData.Combine("data", "cifar-10-batches-bin"), Split: "train"),
            new(_folder.Combine("cache"), _warnings.Add));

        Assert.Equal((1000, 4000, 10), (test.Samples.Count, train.Samples.Count, test.Classes.Count));
        Assert.Equal(["cat", "ship", "ship", "airplane", "frog"], Names(test).Take(5));
        Assert.Equal(["frog", "truck", "truck", "deer", "automobile"], Names(train).Take(5));
        Assert.Equal(("test_batch/00999", "data_batch_1/03999"), (test.Samples[^1].Id, train.Samples[^1].Id));
    }

    private static IEnumerable<string> Names(IDataset dataset) =>
        dataset.Samples.Select(s => dataset.Classes[s.Labels[0]]);

    private IDataset Open(string root, string split = "") => DatasetCatalog.Open(
        new("cifar10", Root: _folder.Combine(root), Split: split), new(_folder.Combine("cache"), _warnings.Add));
}
