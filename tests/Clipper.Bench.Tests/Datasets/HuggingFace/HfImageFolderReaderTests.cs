using Clipper.Bench.Datasets;
using Clipper.Bench.Tests.Datasets.Official;
using Clipper.Core.Errors;
using Clipper.Testing;
using Clipper.Testing.Official;

namespace Clipper.Bench.Tests.Datasets.HuggingFace;

public sealed class HfImageFolderReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _warnings = [];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public void Open_a_variant_has_its_labels_in_numerical_order(bool isMultiLabel, int labels)
    {
        HfImageFolderCopy.Make(isMultiLabel).Unpacked(_folder.Combine("data"));

        using IDataset dataset = Open("test");

        Assert.Equal((25, 300, isMultiLabel), (dataset.Classes.Count, dataset.Samples.Count, dataset.IsMultiLabel));
        Assert.Equal(["0", "1", "2"], dataset.Classes.Take(3));
        Assert.Equal(("images/0000.png", "images/0299.png"), (dataset.Samples[0].Id, dataset.Samples[^1].Id));
        Assert.All(dataset.Samples, sample => Assert.Equal(labels, sample.Labels.Count));
        Assert.Empty(_warnings);
    }

    [Fact]
    public void Open_table_lists_and_objects_give_labels()
    {
        Image("a.png");
        Image("b.png");
        _folder.Write("data/metadata.csv", "text,file_name,label\nx,a.png,dog\n");
        using (IDataset table = Open())
        {
            Assert.Equal(["dog"], table.Classes);
            Assert.Contains("1 images are not in the list", Assert.Single(_warnings), StringComparison.Ordinal);
        }

        _folder.Write("data/metadata.jsonl", """
            {"file_name": "a.png", "objects": {"bbox": [[0, 0, 1, 1], [1, 1, 2, 2]], "categories": ["cat", "cat"]}}
            {"file_name": "b.png", "label": ["dog", "cat"]}
            """);
        using IDataset objects = Open();

        Assert.Equal(["cat", "dog"], objects.Classes);
        Assert.Equal([[0], [0, 1]], objects.Samples.Select(sample => sample.Labels));
    }

    [Theory]
    [InlineData("{\"file_name\": \"../a.png\", \"label\": 1}", ":1: file_name '../a.png' is no path below")]
    [InlineData("{\"file_name\": \"/a.png\", \"label\": 1}", ":1: file_name '/a.png' is no path below")]
    [InlineData("{\"file_name\": \"a.png\", \"label\": 1}\n\n{\"file_name\": \"a.png\", \"label\": 2}", ":3: 'a.png'")]
    [InlineData("{\"file_name\": \"a.png\", \"labels\": []}", "has no label")]
    [InlineData("{\"file_name\": \"a.png\", \"labels\": [\"b\", \"b\"]}", "one twice")]
    [InlineData("{\"file_name\": \"a.png\", \"caption\": \"b\"}", "expected an object with file_name")]
    [InlineData("{\"file_name\": \"a.png\", \"label\": 1.5}", "is not such an object")]
    [InlineData("{\"file_name\": ", "is not such an object")]
    [InlineData("{\"file_name\": \"b.png\", \"label\": 1}", "1 listed images are not there")]
    public void Open_bad_list_is_an_error_with_its_line(string list, string expected)
    {
        Image("a.png");
        _folder.Write("data/metadata.jsonl", list);

        DataFileException error = Assert.Throws<DataFileException>(() => Open());

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_without_a_list_names_the_variants()
    {
        HfImageFolderCopy.Make(images: 1).Unpacked(_folder.Combine("data"));

        DataFileException error = Assert.Throws<DataFileException>(() => Open());

        Assert.Contains("variants here: test, train", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Run_of_5_ways_and_5_shots_has_its_numbers(bool isMultiLabel)
    {
        HfImageFolderCopy.Make(isMultiLabel).Unpacked(_folder.Combine("data"));

        OfficialRun.Of(_folder, "{ name: hf-imagefolder, root: data, variant: test }", queries: 3);
    }

    private void Image(string name) => _folder.Write($"data/{name}", "x");

    private IDataset Open(string variant = "") => DatasetCatalog.Open(
        new("hf-imagefolder", variant, _folder.Combine("data")), new(_folder.Combine("cache"), _warnings.Add));
}
