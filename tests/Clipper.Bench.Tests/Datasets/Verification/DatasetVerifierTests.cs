using System.Security.Cryptography;
using Clipper.Bench.Datasets;
using Clipper.Bench.Datasets.Recipes;
using Clipper.Bench.Datasets.Verification;
using Clipper.Testing;
using Clipper.Testing.Official;

namespace Clipper.Bench.Tests.Datasets.Verification;

public sealed class DatasetVerifierTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_sound_set_has_no_problems_and_goes_on_where_it_was()
    {
        Cifar10Copy.Binary().Unpacked(Data);

        VerificationReport first = Verify(split: "stratified-80");
        VerificationReport again = Verify(split: "stratified-80");
        VerificationReport fresh = Verify(split: "stratified-80", isFresh: true);

        Assert.Empty(first.Problems);
        VerifiedPart part = Assert.Single(first.Parts);
        Assert.Equal(("stratified-80", 10, part.Images, 0), (part.Part, part.Classes, part.Decoded, part.Remembered));
        Assert.Equal((0, part.Images), (again.Parts[0].Decoded, again.Parts[0].Remembered));
        Assert.Equal((part.Images, 0), (fresh.Parts[0].Decoded, fresh.Parts[0].Remembered));
    }

    [Fact]
    public void Run_interrupted_keeps_what_was_decoded()
    {
        Cifar10Copy.Binary().Unpacked(Data);
        using var interruption = new CancellationTokenSource();
        var verifier = new DatasetVerifier(Request("test"), Options) { Threads = 1 };

        Assert.ThrowsAny<OperationCanceledException>(() => verifier.Run(
            new Progress(p =>
            {
                if (p.Done == 50)
                {
                    interruption.Cancel();
                }
            }),
            interruption.Token));
        VerificationReport rest = Verify(split: "test");

        Assert.InRange(rest.Parts[0].Remembered, 50, 60);
        Assert.Equal(120, rest.Parts[0].Remembered + rest.Parts[0].Decoded);
    }

    [Fact]
    public void Run_changed_image_is_decoded_again()
    {
        ImageNetCopy.Variant("imagenet-a", 2, 3).Unpacked(Data);
        Verify("imagenet-a");
        string path = Directory.GetFiles(Path.Combine(Data, "imagenet-a", ImageNetCopy.Id(0))).Order().First();
        File.WriteAllText(path, "no picture");

        VerificationReport report = Verify("imagenet-a");

        Assert.Equal((0, 5), (report.Parts[0].Decoded, report.Parts[0].Remembered));
        Assert.Contains(
            report.Problems, p => p.StartsWith($"imagenet-a/{ImageNetCopy.Id(0)}/", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_wrong_counts_are_a_problem_and_no_warning()
    {
        Cifar10Copy.Binary().Unpacked(Data);

        VerificationReport report = Verify(split: "test");

        Assert.Equal(["test: 10 classes and 120 images; the official set has 10 and 10000."], report.Problems);
        Assert.Empty(report.Warnings);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Run_image_in_two_splits_is_a_problem_but_in_paper_mode_a_warning(bool asPaper)
    {
        Cifar10Copy.Binary().Unpacked(Data);
        string folder = Path.Combine(Data, "cifar-10-batches-bin");
        byte[] training = File.ReadAllBytes(Path.Combine(folder, "data_batch_1.bin"));
        byte[] test = File.ReadAllBytes(Path.Combine(folder, "test_batch.bin"));
        training.AsSpan(0, 2 * 3073).CopyTo(test);
        File.WriteAllBytes(Path.Combine(folder, "test_batch.bin"), test);

        VerificationReport report = new DatasetVerifier(Request(""), Options) { AsPaper = asPaper }.Run(
            new Progress(_ => { }), CancellationToken.None);

        string overlap = Assert.Single(
            asPaper ? report.Warnings : report.Problems, p => p.Contains("byte for byte", StringComparison.Ordinal));
        Assert.Contains("2 images of train are in test too", overlap, StringComparison.Ordinal);
        Assert.Contains("data_batch_1/00000 = test_batch/00000", overlap, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_duplicates_in_a_part_are_a_warning_that_counts_differing_labels()
    {
        foreach (string name in new[] { "a/1.bmp", "b/1.bmp", "b/2.bmp" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Data, name))!);
            File.WriteAllBytes(Path.Combine(Data, name), Clipper.Testing.Pictures.PngBytes.Of(
                Clipper.Testing.Pictures.DrawnPicture.Of(1, name == "b/2.bmp" ? 2 : 1)));
        }

        VerificationReport report = Verify("folder");

        Assert.Equal(1, report.Parts[0].Duplicates);
        Assert.Contains(
            "1 of them under other labels; the first is b/1.bmp = a/1.bmp", report.Warnings[0],
            StringComparison.Ordinal);
    }

    [Fact]
    public void Run_official_file_of_wrong_size_is_a_problem()
    {
        ImageNetCopy.Variant("imagenet-a", 2, 2).Tar(Path.Combine(Data, "imagenet-a.tar"));

        VerificationReport report = Verify("imagenet-a");

        Assert.Contains(
            report.Problems, p => p.Contains("bytes; the official file has 687552512", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_official_file_is_hashed_once_until_it_changes()
    {
        string path = Path.Combine(Data, "imagenet-a.tar");
        ImageNetCopy.Variant("imagenet-a", 2, 2).Tar(path);
        byte[] bytes = File.ReadAllBytes(path);
        DateTime time = File.GetLastWriteTimeUtc(path);
        string hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var recipe = new DatasetRecipe
        {
            Name = "imagenet-a",
            Files = [new() { Name = "imagenet-a.tar", Size = bytes.Length, Sha256 = hash }],
        };

        VerificationReport first = VerifyBy(recipe, isFresh: false);
        bytes[^1] ^= 1;
        File.WriteAllBytes(path, bytes);
        File.SetLastWriteTimeUtc(path, time);
        VerificationReport remembered = VerifyBy(recipe, isFresh: false);
        VerificationReport fresh = VerifyBy(recipe, isFresh: true);

        Assert.Equal(["imagenet-a.tar"], first.Files);
        Assert.Equal(["imagenet-a.tar"], remembered.Files);
        Assert.Empty(fresh.Files);
        Assert.Contains(fresh.Problems, p => p.Contains("has SHA-256", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_missing_set_is_an_error() =>
        Assert.Throws<DatasetMissingException>(() => Verify("imagenet-r"));

    private string Data => _folder.Combine("data");

    private DatasetOptions Options => new(_folder.Combine("cache"));

    private DatasetRequest Request(string split, string name = "cifar10") => new(name, Root: Data, Split: split);

    private VerificationReport Verify(string name = "cifar10", string split = "", bool isFresh = false) =>
        new DatasetVerifier(Request(split, name), Options) { IsFresh = isFresh }.Run(
            new Progress(_ => { }), CancellationToken.None);

    private VerificationReport VerifyBy(DatasetRecipe recipe, bool isFresh) =>
        new DatasetVerifier(Request("", recipe.Name), Options) { IsFresh = isFresh, Recipe = recipe }.Run(
            new Progress(_ => { }), CancellationToken.None);

    private sealed class Progress(Action<VerificationProgress> report) : IProgress<VerificationProgress>
    {
        public void Report(VerificationProgress value) => report(value);
    }
}
