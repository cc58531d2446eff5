using Clipper.Bench.Datasets;
using Clipper.Bench.Tests.Datasets.Official;
using Clipper.Core.Errors;
using Clipper.Testing;
using Clipper.Testing.Official;

namespace Clipper.Bench.Tests.Datasets.ImageNet;

public sealed class MiniImageNetReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_archives_with_and_without_a_top_folder_and_folders_have_one_manifest()
    {
        OfficialCopy copy = ImageNetCopy.Mini();
        copy.Unpacked(_folder.Combine("folders"));
        foreach (string split in new[] { "train", "val", "test" })
        {
            OfficialCopy part = copy.Below(split);
            part.Tar(_folder.Combine("bare", split + ".tar"));
            var deeper = new OfficialCopy();
            foreach (string path in part.Paths)
            {
                deeper.Add($"{split}/{path}", File.ReadAllBytes(_folder.Combine("folders", split, path)));
            }

            deeper.Tar(_folder.Combine("topped", split + ".tar"));
        }

        using IDataset folders = Open("folders");
        using IDataset bare = Open("bare");
        using IDataset topped = Open("topped");
        using IDataset all = Open("topped", "all");

        Assert.Equal((25, 250, "test"), (folders.Classes.Count, folders.Samples.Count, folders.Variant));
        Assert.Equal($"test/{ImageNetCopy.Id(50)}/n01930112000000.jpg", folders.Samples[0].Id);
        Assert.Equal(folders.ManifestHash, bare.ManifestHash);
        Assert.Equal(folders.ManifestHash, topped.ManifestHash);
        Assert.Equal((75, 750), (all.Classes.Count, all.Samples.Count));
    }

    [Fact]
    public void Open_missing_split_says_which()
    {
        ImageNetCopy.Mini().Below("test").Tar(_folder.Combine("data", "test.tar"));

        Open("data").Dispose();

        Assert.Contains(
            "neither val.tar nor val/",
            Assert.Throws<DataFileException>(() => Open("data", "val")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_of_5_ways_and_5_shots_has_its_numbers()
    {
        ImageNetCopy.Mini().Below("test").Tar(_folder.Combine("data", "test.tar"));

        OfficialRun.Of(_folder, "{ name: mini-imagenet, root: data }");
    }

    private IDataset Open(string root, string split = "") => DatasetCatalog.Open(
        new("mini-imagenet", Root: _folder.Combine(root), Split: split), new(_folder.Combine("cache")));
}
