using Clipper.Bench.Datasets;
using Clipper.Bench.Tests.Datasets.Official;
using Clipper.Core.Errors;
using Clipper.Testing;
using Clipper.Testing.Official;

namespace Clipper.Bench.Tests.Datasets.Faces;

public sealed class CelebAReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _warnings = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_test_split_has_the_positive_attributes_in_the_order_of_the_file()
    {
        Write();

        using IDataset dataset = Open();

        int[] test = [.. Enumerable.Range(0, CelebACopy.Images).Where(i => CelebACopy.Partition(i) == 2)];
        Assert.Equal(("test", true), (dataset.Variant, dataset.IsMultiLabel));
        Assert.Equal(CelebACopy.Attributes, dataset.Classes);
        Assert.Equal("5 o Clock Shadow", dataset.ClassNames[0]);
        Assert.Equal(test.Select(i => $"img_align_celeba/{CelebACopy.File(i)}"), dataset.Samples.Select(s => s.Id));
        Assert.All(test.Index(), t => Assert.Equal(
            Enumerable.Range(0, 40).Where(a => CelebACopy.Has(t.Item, a)), dataset.Samples[t.Index].Labels));
    }

    [Fact]
    public void Open_archive_in_the_authors_folders_has_the_manifest_of_the_plain_folder()
    {
        Write();
        using var packed = new TemporaryFolder();
        CelebACopy.Pictures().Zip(packed.Combine("Img", "img_align_celeba.zip"));
        foreach ((string folder, string list) in new[] { ("Anno", "attr_celeba"), ("Eval", "eval_partition") })
        {
            Directory.CreateDirectory(packed.Combine(folder));
            File.Copy(_folder.Combine($"list_{list}.txt"), packed.Combine(folder, $"list_{list}.txt"));
        }

        using IDataset first = Open("all");
        using IDataset second = Open("all", packed.Path);

        Assert.Equal(CelebACopy.Images, first.Samples.Count);
        Assert.Equal(first.ManifestHash, second.ManifestHash);
        Assert.Equal(first.ReadImage(9), second.ReadImage(9));
    }

    [Fact]
    public void Run_five_ways_five_shots()
    {
        Write();

        OfficialRun.Of(_folder, $"{{ name: celeba, root: {_folder.Path} }}");
    }

    [Theory]
    [InlineData("160\r", "161\r", "says 161 images in line 1 and lists 160")]
    [InlineData("160\r", "many\r", "expected the number of images in line 1")]
    [InlineData("000003.jpg ", "000002.jpg ", "list_attr_celeba.txt:5: '000002.jpg' is listed already")]
    [InlineData("000003.jpg -1", "000003.jpg  0", "list_attr_celeba.txt:5: '0' where 1 or -1 is expected")]
    [InlineData("000003.jpg -1", "000003.jpg", "list_attr_celeba.txt:5: 39 values for 40 attributes")]
    [InlineData("Attribute_3 ", "Attribute_4 ", "names an attribute twice")]
    public void Open_attributes_that_do_not_fit_are_an_error_with_the_line(string was, string becomes, string expected)
    {
        Write();
        Change("list_attr_celeba.txt", was, becomes);

        DataFileException error = Assert.Throws<DataFileException>(() => Open());

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("000003.jpg 2\n", "", "lacks 1 images that have attributes, first '000003.jpg'")]
    [InlineData("000003.jpg 2\n", "000003.jpg 3\n", "partition.txt:3: expected a file and a number from 0 to 2")]
    [InlineData("000003.jpg 2\n", "000002.jpg 2\n", "list_eval_partition.txt:3: '000002.jpg' is listed already")]
    public void Open_partition_that_does_not_fit_is_an_error(string was, string becomes, string expected)
    {
        Write();
        Change("list_eval_partition.txt", was, becomes);

        DataFileException error = Assert.Throws<DataFileException>(() => Open());

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_listed_images_that_are_not_there_follow_the_policy()
    {
        Write();
        File.Delete(_folder.Combine("img_align_celeba", "000003.jpg"));

        DataFileException error = Assert.Throws<DataFileException>(() => Open());
        using IDataset skipped = Open(onBadEntry: BadEntryPolicy.Skip);

        Assert.Contains(
            "1 images of list_attr_celeba.txt are not there:\n000003.jpg", error.Message, StringComparison.Ordinal);
        Assert.Contains("on-bad-entry: skip", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(skipped.Samples, s => s.Id.EndsWith("000003.jpg", StringComparison.Ordinal));
        Assert.Contains(_warnings, w => w.Contains("000003.jpg", StringComparison.Ordinal));
    }

    private void Write()
    {
        CelebACopy.Pictures().Unpacked(_folder.Path);
        CelebACopy.Lists().Unpacked(_folder.Path);
    }

    private void Change(string file, string was, string becomes)
    {
        string text = File.ReadAllText(_folder.Combine(file));
        int place = text.IndexOf(was, StringComparison.Ordinal);
        Assert.True(place >= 0);
        _folder.Write(file, string.Concat(text.AsSpan(0, place), becomes, text.AsSpan(place + was.Length)));
    }

    private IDataset Open(
        string split = "", string? root = null, BadEntryPolicy onBadEntry = BadEntryPolicy.Fail) =>
        DatasetCatalog.Open(
            new("celeba", Root: root ?? _folder.Path, Split: split) { OnBadEntry = onBadEntry },
            new(_folder.Combine("cache"), _warnings.Add));
}
