using Clipper.Bench.Datasets;
using Clipper.Core.Errors;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Datasets;

public sealed class CsvListReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public CsvListReaderTests()
    {
        foreach (string name in new[] { "1.png", "2.png", "sub/3.png", "a,b.png" })
        {
            _folder.Write(name, "image " + name);
        }
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_one_label_a_row_is_single_label()
    {
        using IDataset dataset = Open("path,label\n2.png,dog\n1.png,cat\nsub/3.png,dog\n");

        Assert.False(dataset.IsMultiLabel);
        Assert.Equal(["cat", "dog"], dataset.Classes);
        Assert.Equal(["2.png", "1.png", "sub/3.png"], dataset.Samples.Select(s => s.Id));
        Assert.Equal([1, 0, 1], dataset.Samples.Select(s => s.Labels[0]));
        Assert.Equal("labels", dataset.Variant);
    }

    [Theory]
    [InlineData("path,label\n1.png,cat;dog\n2.png,dog\n")]
    [InlineData("path,labels\n1.png,cat\n2.png,dog\n")]
    public void Open_several_labels_or_header_labels_is_multi_label(string text)
    {
        using IDataset dataset = Open(text);

        Assert.True(dataset.IsMultiLabel);
        Assert.Equal(["cat", "dog"], dataset.Classes);
    }

    [Fact]
    public void Open_byte_order_mark_crlf_quotes_spaces_and_other_columns_are_read()
    {
        using IDataset dataset = Open(
            "\uFEFFid,path,labels\r\n7,\"a,b.png\",\"z ; \"\"q\"\"\"\r\n8,./sub/../1.png,z\r\n");

        Assert.Equal(["a,b.png", "1.png"], dataset.Samples.Select(s => s.Id));
        Assert.Equal(["\"q\"", "z"], dataset.Classes);
        Assert.Equal([0, 1], dataset.Samples[0].Labels);
    }

    [Theory]
    [InlineData("path,label\n1.png,cat\nno.png,dog\n", ":3: no file 'no.png'")]
    [InlineData("path,label\n1.png,cat\nsub/../1.png,dog\n", ":3: 'sub/../1.png' is listed in line 2 already")]
    [InlineData("path,label\n1.png,\n", ":2: no label")]
    [InlineData("path,label\n1.png,cat;;dog\n", ":2: an empty label in 'cat;;dog'")]
    [InlineData("path,label\n1.png,cat;cat\n", ":2: a label twice")]
    [InlineData("path,label\n,cat\n", ":2: no path")]
    [InlineData("path,label\n/etc/passwd,cat\n", ":2: path '/etc/passwd' is absolute")]
    [InlineData("path,label\n1.png\n", ":2: 1 fields where the header has 2")]
    [InlineData("path,label\n1.png,cat,dog\n", ":2: 3 fields where the header has 2")]
    [InlineData("path,label\n1.png,ca\"t\n", ":2: a stray quote")]
    [InlineData("file,label\n1.png,cat\n", ":1: expected one column named path, got file,label")]
    [InlineData("path,label,labels\n1.png,cat,cat\n", ":1: expected one column named label or labels")]
    [InlineData("", "is empty")]
    [InlineData("path,label\n", "lists no image")]
    public void Open_bad_list_names_file_and_line(string text, string expected)
    {
        DataFileException error = Assert.Throws<DataFileException>(() => Open(text));

        Assert.Contains("labels.csv", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_all_problems_are_told_at_once()
    {
        DataFileException error = Assert.Throws<DataFileException>(
            () => Open("path,label\nno.png,a\n1.png,\nno2.png,b\n"));

        Assert.Contains("3 rows cannot be used", error.Message, StringComparison.Ordinal);
        Assert.Contains(":4: no file 'no2.png'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_bytes_that_are_not_utf8_are_an_error()
    {
        File.WriteAllBytes(_folder.Combine("labels.csv"), [.. "path,label\n1.png,caf"u8, 0xE9, (byte)'\n']);

        Assert.Throws<DataFileException>(() => DatasetCatalog.Open(new("csv", Root: _folder.Path)));
    }

    [Fact]
    public void Open_variant_names_the_file()
    {
        _folder.Write("train.csv", "path,label\n1.png,cat\n");

        using IDataset dataset = DatasetCatalog.Open(new("csv", "train", _folder.Path));

        Assert.Equal("train", dataset.Variant);
        DataFileException error = Assert.Throws<DataFileException>(
            () => DatasetCatalog.Open(new("csv", "val", _folder.Path)));
        Assert.Contains("train.csv", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ManifestHash_changed_label_changes_it()
    {
        string Hash(string text)
        {
            using IDataset dataset = Open(text);
            return dataset.ManifestHash;
        }

        Assert.NotEqual(Hash("path,label\n1.png,cat\n2.png,dog\n"), Hash("path,label\n1.png,dog\n2.png,cat\n"));
    }

    private IDataset Open(string text)
    {
        string path = _folder.Write("labels.csv", text);
        return DatasetCatalog.Open(new("csv", Root: path), new(_folder.Combine("cache")));
    }
}
