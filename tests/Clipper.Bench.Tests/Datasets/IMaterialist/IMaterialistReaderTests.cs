using Clipper.Bench.Datasets;
using Clipper.Bench.Tests.Datasets.Official;
using Clipper.Core.Errors;
using Clipper.Testing;
using Clipper.Testing.Official;

namespace Clipper.Bench.Tests.Datasets.IMaterialist;

public sealed class IMaterialistReaderTests : IDisposable
{
    private const int Present = IMaterialistCopy.Images - 1;

    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _warnings = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_full_has_the_attributes_of_all_rows_of_an_image()
    {
        IMaterialistCopy.Make().Unpacked(_folder.Path);

        using IDataset dataset = Open("full");

        Assert.Equal(
            Enumerable.Range(0, Present).Select(i => $"train/{IMaterialistCopy.Id(i)}.jpg"),
            dataset.Samples.Select(s => s.Id));
        Assert.All(dataset.Samples.Index(), s => Assert.Equal(
            Enumerable.Range(0, 3).SelectMany(row => IMaterialistCopy.Labels(s.Index, row)).Distinct().Order(),
            s.Item.Labels));
        Assert.Equal(IMaterialistCopy.Attributes, dataset.Classes.Count);
        Assert.Equal(("attribute 0", "plain (neckline)", "plain (length)"),
            (dataset.Classes[0], dataset.Classes[4], dataset.Classes[24]));
        Assert.Contains(_warnings, w => w.Contains("1 images of train.csv are not there", StringComparison.Ordinal));
    }

    // PROTOCOL Q11.
    [Fact]
    public void Open_full_as_the_paper_loses_first_rows_and_the_last_image_and_mixes_up_support()
    {
        IMaterialistCopy.Make().Unpacked(_folder.Path);

        using IDataset dataset = Open("full", asPaper: true);

        Assert.Equal(Present - 1, dataset.Samples.Count);
        Assert.Equal(
            IMaterialistCopy.Labels(0, 0).Concat(IMaterialistCopy.Labels(0, 1)).Distinct().Order(),
            dataset.Samples[0].Labels);
        Assert.All(dataset.Samples.Index().Skip(1), s =>
            Assert.Equal(IMaterialistCopy.Labels(s.Index, 1), s.Item.Labels));
        Assert.All(Enumerable.Range(0, dataset.Samples.Count), i => Assert.Equal(i / 3, dataset.SupportOf(i)));
        Assert.All(Enumerable.Range(0, dataset.Samples.Count), i =>
            Assert.Equal(IMaterialistCopy.IsGrey(i / 3), dataset.Refuses(i)));
    }

    [Fact]
    public void Open_patch_is_a_row_with_attributes_cropped_around_its_mask()
    {
        IMaterialistCopy.Make().Unpacked(_folder.Path);

        using IDataset dataset = Open("patch");

        Assert.Equal(2 * Present, dataset.Samples.Count);
        Assert.Equal($"train/{IMaterialistCopy.Id(0)}.jpg#4,10,17,28", dataset.Samples[0].Id);
        Assert.Equal($"train/{IMaterialistCopy.Id(0)}.jpg#4,10,18,28", dataset.Samples[1].Id);
        Assert.All(dataset.Samples.Index(), s =>
            Assert.Equal(IMaterialistCopy.Labels(s.Index / 2, s.Index % 2), s.Item.Labels));
        Assert.Equal((true, false), (dataset.IsMultiLabel, dataset.DrawsImages));
    }

    // PROTOCOL Q12 and 2.4: half of the rows, masks from 0, the first region.
    [Fact]
    public void Open_patch_as_the_paper_is_the_first_region_of_the_first_half()
    {
        IMaterialistCopy.Make().Unpacked(_folder.Path);

        using IDataset dataset = Open("patch", asPaper: true);

        int rows = Present * 3 / 2;
        Assert.Equal(Enumerable.Range(0, rows).Count(row => row % 3 != 2), dataset.Samples.Count);
        Assert.Equal($"train/{IMaterialistCopy.Id(0)}.jpg#4,11,6,20", dataset.Samples[0].Id);
        Assert.Equal($"train/{IMaterialistCopy.Id(0)}.jpg#4,11,6,20#2", dataset.Samples[1].Id);
        Assert.True(dataset.Refuses(6));
    }

    [Fact]
    public void Open_csv_with_byte_order_mark_and_windows_line_ends_and_packed_images_is_the_same()
    {
        IMaterialistCopy.Make().Unpacked(_folder.Combine("a"));
        OfficialCopy copy = IMaterialistCopy.Make();
        copy.Unpacked(_folder.Combine("b"));
        Directory.Delete(_folder.Combine("b", "train"), recursive: true);
        copy.Below("train").Zip(_folder.Combine("c", "train.zip"));
        string csv = "\uFEFF" + IMaterialistCopy.Rows().Replace("\n", "\r\n", StringComparison.Ordinal);
        File.WriteAllText(_folder.Combine("c", "train.csv"), csv);
        File.Copy(_folder.Combine("b", "label_descriptions.json"), _folder.Combine("c", "label_descriptions.json"));

        using IDataset plain = Open("patch", "a");
        using IDataset packed = Open("patch", "c");

        Assert.Equal(plain.Samples.Select(s => s.Id), packed.Samples.Select(s => s.Id));
        Assert.Equal(plain.ManifestHash, packed.ManifestHash);
    }

    [Theory]
    [InlineData("EncodedPixels", "Pixels", "train.csv:1: expected the columns ImageId, EncodedPixels")]
    [InlineData(",48,36,0,", ",48,0,0,", "train.csv:2: '48' × '0' is no height and width")]
    [InlineData(",203 20 ", ",203 ", "train.csv:2: EncodedPixels has 13 numbers")]
    [InlineData(",203 20 ", ",203 99999 ", "train.csv:2: '203 99999' is no run of pixels")]
    [InlineData(",48,36,0,0", ",48,36,0,99999", "train.csv:2: attribute '99999' is not in label_descriptions.json")]
    [InlineData("00000000ed1ff0c4,203", "../etc/passwd,203", "train.csv:2: '../etc/passwd' is no ImageId")]
    public void Open_damaged_rows_are_an_error_with_the_line(string was, string becomes, string expected)
    {
        IMaterialistCopy.Make().Unpacked(_folder.Path);
        string text = IMaterialistCopy.Rows();
        int place = text.IndexOf(was, StringComparison.Ordinal);
        Assert.True(place >= 0);
        File.WriteAllText(
            _folder.Combine("train.csv"), string.Concat(text.AsSpan(0, place), becomes, text.AsSpan(place + was.Length)));

        DataFileException error = Assert.Throws<DataFileException>(() => Open("full"));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"categories\":[]}", "has no attributes")]
    [InlineData("{\"attributes\":[{\"id\":1,\"name\":\"a\"},{\"id\":1,\"name\":\"b\"}]}", "two attributes with the id 1")]
    [InlineData("{\"attributes\":[{\"name\":\"a\"}]}", ":1: an attribute lacks id or name")]
    [InlineData("[", "has StartArray where an object with attributes is expected")]
    [InlineData("not json", "is not JSON")]
    public void Open_damaged_descriptions_are_an_error(string text, string expected)
    {
        IMaterialistCopy.Make().Unpacked(_folder.Path);
        _folder.Write("label_descriptions.json", text);

        DataFileException error = Assert.Throws<DataFileException>(() => Open("full"));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("full")]
    [InlineData("patch")]
    public void Run_five_ways_five_shots(string variant)
    {
        IMaterialistCopy.Make().Unpacked(_folder.Path);

        OfficialRun.Of(_folder, $"{{ name: imaterialist, variant: {variant}, root: {_folder.Path} }}", queries: 3);
    }

    private IDataset Open(string variant, string root = "", bool asPaper = false) => DatasetCatalog.Open(
        new("imaterialist", variant, _folder.Combine(root)) { AsPaper = asPaper },
        new(_folder.Combine("cache"), _warnings.Add));
}
