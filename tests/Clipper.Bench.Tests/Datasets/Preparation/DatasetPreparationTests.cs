using System.Net;
using System.Security.Cryptography;
using Clipper.Bench.Datasets;
using Clipper.Bench.Datasets.Preparation;
using Clipper.Bench.Datasets.Recipes;
using Clipper.Bench.Downloads;
using Clipper.Bench.Tests.Downloads;
using Clipper.Core.Errors;
using Clipper.Testing;
using Clipper.Testing.Official;

namespace Clipper.Bench.Tests.Datasets.Preparation;

public sealed class DatasetPreparationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_archive_of_archives_is_taken_apart_and_then_read_in_place()
    {
        OfficialCopy copy = ImageNetCopy.Mini(classes: 3, images: 2);
        var zip = new OfficialCopy().Add("mini-imagenet/readme.txt", "x");
        foreach (string split in new[] { "train", "val", "test" })
        {
            zip.Add($"mini-imagenet/{split}.tar", copy.Below(split).Tar());
        }

        zip.Zip(_folder.Combine("mini-imagenet.zip"));

        PreparationReport report = Prepare("mini-imagenet", _folder.Combine("mini-imagenet.zip"));

        Assert.True(report.IsThere);
        Assert.Empty(report.Advice);
        Assert.All(report.Files, file => Assert.Equal(PreparationState.Unpacked, file.State));
        Assert.Equal(
            ["test.tar", "train.tar", "val.tar"],
            Directory.EnumerateFileSystemEntries(Data).Select(p => Path.GetFileName(p)).Order(StringComparer.Ordinal));
        using IDataset dataset = DatasetCatalog.Open(new("mini-imagenet", Root: Data), new(_folder.Combine("cache")));
        Assert.Equal(6, dataset.Samples.Count);
    }

    [Fact]
    public void Run_archive_that_is_read_in_place_is_linked_and_not_copied()
    {
        ImageNetCopy.Mini(classes: 2, images: 2).Below("test").Tar(_folder.Combine("downloads", "test.tar"));

        PreparationReport report = Prepare("mini-imagenet", _folder.Combine("downloads", "test.tar"));
        PreparationReport again = Prepare("mini-imagenet");

        Assert.Equal(PreparationState.Linked, report.Files.Single(f => f.Name == "test.tar").State);
        Assert.Equal(_folder.Combine("downloads", "test.tar"), new FileInfo(Path.Combine(Data, "test.tar")).LinkTarget);
        Assert.Equal(PreparationState.Present, again.Files.Single(f => f.Name == "test.tar").State);
        Assert.True(again.IsThere);
    }

    [Fact]
    public void Run_wrong_file_under_the_official_name_is_refused()
    {
        Cifar10Copy.Binary().TarGz(_folder.Combine("cifar-10-binary.tar.gz"));

        DataFileException error = Assert.Throws<DataFileException>(
            () => Prepare("cifar10", _folder.Combine("cifar-10-binary.tar.gz")));

        Assert.Contains("the official file has 170052171", error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Data));
    }

    [Fact]
    public void Run_file_that_is_none_of_the_official_ones_is_refused_with_their_names()
    {
        string path = _folder.Write("other.zip.txt", "x");

        Assert.Contains(
            "cifar-10-binary.tar.gz, cifar-10-python.tar.gz",
            Assert.Throws<DataFileException>(() => Prepare("cifar10", path)).Message, StringComparison.Ordinal);
        new OfficialCopy().Add("a/b.txt", "x").Zip(_folder.Combine("other.zip"));
        Assert.Throws<DataFileException>(() => Prepare("cifar10", _folder.Combine("other.zip")));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Data));
    }

    [Fact]
    public void Run_unpacked_set_is_there_and_nothing_is_needed()
    {
        Cifar10Copy.Python().Unpacked(Data);

        PreparationReport report = Prepare("cifar10");

        Assert.True(report.IsThere);
        Assert.Equal(
            [PreparationState.NotNeeded, PreparationState.Present], report.Files.Select(file => file.State));
        Assert.Empty(report.Advice);
    }

    [Fact]
    public void Run_without_files_or_network_says_what_to_do_by_hand()
    {
        PreparationReport report = Prepare("imagenet-sketch");

        Assert.False(report.IsThere);
        Assert.Equal(PreparationState.ByHand, Assert.Single(report.Files).State);
        Assert.Contains("Google Drive", report.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_own_files_have_nothing_to_prepare() =>
        Assert.Throws<UsageException>(() => Prepare("folder"));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Run_packed_archive_is_unpacked_whether_it_is_named_or_fetched(bool isNamed)
    {
        string archive = _folder.Combine("cifar-10-binary.tar.gz");
        Cifar10Copy.Binary().TarGz(archive);
        byte[] bytes = File.ReadAllBytes(archive);
        using var downloader = new Downloader(
            DownloadFixture.Quick, new RecordingDownloads(), () => new Answering(bytes));

        PreparationReport report = new DatasetPreparation(RecipeOf(bytes), Data, downloader, new Progress<int>()).Run(
            isNamed ? [archive] : [], CancellationToken.None);

        Assert.True(report.IsThere);
        Assert.Equal(PreparationState.Unpacked, Assert.Single(report.Files).State);
        Assert.Equal(
            ["cifar-10-batches-bin"], Directory.EnumerateFileSystemEntries(Data).Select(p => Path.GetFileName(p)));
        Assert.True(File.Exists(archive));
        using IDataset dataset = DatasetCatalog.Open(new("cifar10", Root: Data), new(_folder.Combine("cache")));
        Assert.Equal(120, dataset.Samples.Count);
    }

    [Fact]
    public void Run_fetched_file_that_is_not_the_official_one_is_refused_and_leaves_nothing()
    {
        using var downloader = new Downloader(
            DownloadFixture.Quick, new RecordingDownloads(), () => new Answering([1, 2, 3]));

        DataFileException error = Assert.Throws<DataFileException>(() => new DatasetPreparation(
            "imagenet-a", Data, downloader, new Progress<int>()).Run([], CancellationToken.None));

        Assert.Contains("people.eecs.berkeley.edu", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Data, "imagenet-a.tar")));
    }

    private string Data => _folder.Combine("data");

    private PreparationReport Prepare(string name, params string[] archives) =>
        new DatasetPreparation(name, Data, null, new Progress<int>()).Run(archives, CancellationToken.None);

    private static DatasetRecipe RecipeOf(byte[] archive) => new()
    {
        Name = "cifar10",
        Files =
        [
            new()
            {
                Name = "cifar-10-binary.tar.gz",
                Size = archive.Length,
                Sha256 = Convert.ToHexStringLower(SHA256.HashData(archive)),
                Origin = "https://example.org/cifar-10-binary.tar.gz",
                UnpacksTo = "cifar-10-batches-bin",
            },
        ],
    };

    private sealed class Answering(byte[] bytes) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(bytes) });
    }
}
