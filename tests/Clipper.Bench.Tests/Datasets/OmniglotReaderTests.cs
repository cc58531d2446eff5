using System.Text;
using Clipper.Bench.Datasets;
using Clipper.Core.Errors;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Datasets;

public sealed class OmniglotReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _warnings = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_archive_gives_classes_in_order_of_first_appearance()
    {
        IReadOnlyList<string> files = OmniglotCopy.Files("evaluation");
        OmniglotCopy.Zipped(_folder.Path, "evaluation", files.Reverse());

        using IDataset dataset = Open();

        Assert.Equal("evaluation", dataset.Variant);
        Assert.Equal(files, dataset.Samples.Select(s => s.Id));
        Assert.Equal(
            ["Alphabet_A/character01", "Alphabet_A/character02", "Alphabet_A/character03"], dataset.Classes.Take(3));
        Assert.Equal([0], dataset.Samples[3].Labels);
        Assert.Equal([1], dataset.Samples[4].Labels);
        Assert.Equal("image " + files[5], Encoding.UTF8.GetString(dataset.ReadImage(5)));
    }

    [Fact]
    public void Open_archive_and_folder_have_one_manifest()
    {
        OmniglotCopy.Zipped(_folder.Path, "background", OmniglotCopy.Files("background"));
        using var unpacked = new TemporaryFolder();
        OmniglotCopy.Unpacked(unpacked.Path, OmniglotCopy.Files("background"));

        using IDataset first = Open("background");
        using IDataset second = Open("background", unpacked.Path);

        Assert.Equal(first.ManifestHash, second.ManifestHash);
        Assert.Equal(first.Samples.Select(s => s.Id), second.Samples.Select(s => s.Id));
    }

    [Fact]
    public void Open_finds_the_folder_of_all_data_sets_and_the_authors_layout()
    {
        OmniglotCopy.Unpacked(_folder.Combine("omniglot", "python"), OmniglotCopy.Files("evaluation"));

        using IDataset dataset = Open();

        Assert.Equal(24, dataset.Samples.Count);
    }

    [Fact]
    public void Open_leftovers_are_ignored_and_told()
    {
        OmniglotCopy.Zipped(
            _folder.Path, "evaluation",
            [
                .. OmniglotCopy.Files("evaluation"),
                "__MACOSX/images_evaluation/._a.png", "images_evaluation/.DS_Store", "notes.txt",
            ]);

        using IDataset dataset = Open();

        Assert.Equal(24, dataset.Samples.Count);
        Assert.Contains(_warnings, w => w.Contains("3 files that are no samples", StringComparison.Ordinal));
    }

    [Fact]
    public void Open_incomplete_set_warns_with_both_counts()
    {
        OmniglotCopy.Zipped(_folder.Path, "evaluation", OmniglotCopy.Files("evaluation"));

        using IDataset dataset = Open();

        string warning = Assert.Single(_warnings);
        Assert.Contains(
            "6 classes and 24 images where the official set has 659 and 13180", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_missing_variant_says_what_is_missing()
    {
        OmniglotCopy.Zipped(_folder.Path, "background", OmniglotCopy.Files("background"));

        DataFileException error = Assert.Throws<DataFileException>(() => Open());

        Assert.Contains(
            "neither images_evaluation.zip nor images_evaluation/", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_nothing_there_says_where_and_how_to_obtain_it()
    {
        DatasetMissingException error = Assert.Throws<DatasetMissingException>(() => Open());

        Assert.Contains(_folder.Path, error.Message, StringComparison.Ordinal);
        Assert.Contains("github.com/brendenlake/omniglot", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, error.ExitCode);
    }

    [SharedDataFact("data", "omniglot")]
    public void Open_official_evaluation_set_is_complete()
    {
        using IDataset dataset = Open("", SharedData.Combine("data"));

        Assert.Equal((659, 13180), (dataset.Classes.Count, dataset.Samples.Count));
        Assert.Equal("Angelic/character01", dataset.Classes[0]);
        Assert.Equal("ULOG/character26", dataset.Classes[^1]);
        Assert.Equal("images_evaluation/Angelic/character01/0965_01.png", dataset.Samples[0].Id);
        Assert.Equal("images_evaluation/ULOG/character26/1623_20.png", dataset.Samples[^1].Id);
        Assert.All(dataset.Samples.GroupBy(s => s.Labels[0]), g => Assert.Equal(20, g.Count()));
        Assert.Empty(_warnings);
    }

    [SharedDataFact("data", "omniglot")]
    public void ReadImage_official_sets_from_many_threads_gives_every_image()
    {
        foreach (string variant in new[] { "evaluation", "background" })
        {
            using IDataset dataset = Open(variant, SharedData.Combine("data", "omniglot"));
            int pngs = 0;

            Parallel.For(0, dataset.Samples.Count, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
            {
                if (dataset.ReadImage(i).AsSpan(1).StartsWith("PNG"u8))
                {
                    Interlocked.Increment(ref pngs);
                }
            });

            Assert.Equal(dataset.Samples.Count, pngs);
        }
    }

    private IDataset Open(string variant = "", string? root = null) => DatasetCatalog.Open(
        new("omniglot", variant, root ?? _folder.Path), new(_folder.Combine("cache"), _warnings.Add));
}
