using Clipper.Bench.Datasets;
using Clipper.Core.Errors;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Datasets;

public sealed class FolderReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _warnings = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_first_level_is_the_class_at_any_depth_in_ordinal_order()
    {
        Write("birds/b/2.jpg", "birds/b/deep/1.PNG", "birds/a b/x.gif", "birds/a/y.bmp", "birds/Z/w.jpeg");

        using IDataset dataset = Open("birds");

        Assert.Equal(["Z", "a", "a b", "b"], dataset.Classes);
        Assert.Equal(
            ["Z/w.jpeg", "a/y.bmp", "a b/x.gif", "b/2.jpg", "b/deep/1.PNG"], dataset.Samples.Select(s => s.Id));
        Assert.Equal([0, 1, 2, 3, 3], dataset.Samples.Select(s => s.Labels[0]));
        Assert.Equal("birds", dataset.Variant);
        Assert.False(dataset.IsMultiLabel);
    }

    [Fact]
    public void Open_hidden_and_other_files_are_ignored_and_counted()
    {
        Write("d/a/1.jpg", "d/a/.2.jpg", "d/a/notes.txt", "d/.git/x/3.jpg", "d/top.jpg");

        using IDataset dataset = Open("d");

        Assert.Single(dataset.Samples);
        Assert.Contains(_warnings, w => w.Contains("4 files are ignored", StringComparison.Ordinal));
    }

    [Fact]
    public void Open_class_without_images_is_told()
    {
        Write("d/a/1.jpg", "d/b/readme.md");

        using IDataset dataset = Open("d");

        Assert.Equal(["a"], dataset.Classes);
        Assert.Contains(
            _warnings, w => w.EndsWith("folders without an image are no classes: b.", StringComparison.Ordinal));
    }

    [Fact]
    public void Open_variant_is_a_folder_above_the_classes()
    {
        Write("d/train/a/1.jpg", "d/test/b/1.jpg");

        using IDataset dataset = Open("d", "test");

        Assert.Equal(("test", "b/1.jpg"), (dataset.Variant, dataset.Samples[0].Id));
        Assert.Throws<DataFileException>(() => Open("d", "val"));
    }

    [Fact]
    public void Open_loop_of_links_ends()
    {
        Write("d/a/1.jpg");
        Directory.CreateSymbolicLink(_folder.Combine("d", "a", "again"), _folder.Combine("d"));
        Directory.CreateSymbolicLink(_folder.Combine("d", "b"), _folder.Combine("d", "a"));

        using IDataset dataset = Open("d");

        Assert.Equal(["a/1.jpg", "b/1.jpg"], dataset.Samples.Select(s => s.Id));
    }

    [Fact]
    public void Open_no_image_says_what_was_expected()
    {
        Write("d/a/notes.txt");

        DataFileException error = Assert.Throws<DataFileException>(() => Open("d"));

        Assert.Contains("Expected <class>/<image>", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ManifestHash_follows_content_and_names_not_place_or_time()
    {
        Write("d/a/1.jpg", "d/a/2.jpg", "e/a/1.jpg", "e/a/2.jpg");
        File.SetLastWriteTimeUtc(_folder.Combine("e", "a", "1.jpg"), DateTime.UnixEpoch);
        string first = Hash("d");

        Assert.Equal(first, Hash("e"));

        File.WriteAllText(_folder.Combine("e", "a", "1.jpg"), "Image");
        Assert.NotEqual(first, Hash("e"));
    }

    [Fact]
    public void ReadImage_file_that_vanished_is_named()
    {
        Write("d/a/1.jpg");
        using IDataset dataset = Open("d");
        File.Delete(_folder.Combine("d", "a", "1.jpg"));

        DataFileException error = Assert.Throws<DataFileException>(() => dataset.ReadImage(0));

        Assert.EndsWith("1.jpg", error.Path, StringComparison.Ordinal);
    }

    private string Hash(string folder)
    {
        using IDataset dataset = Open(folder);
        return dataset.ManifestHash;
    }

    private void Write(params string[] files)
    {
        foreach (string file in files)
        {
            _folder.Write(file, "image");
        }
    }

    private IDataset Open(string folder, string variant = "") => DatasetCatalog.Open(
        new("folder", variant, _folder.Combine(folder)), new(_folder.Combine("cache"), _warnings.Add));
}
