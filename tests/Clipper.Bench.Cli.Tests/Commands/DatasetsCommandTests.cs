using System.Text.Json;
using Clipper.Clip.Imaging;
using Clipper.Testing;
using Clipper.Testing.Official;

namespace Clipper.Bench.Cli.Tests.Commands;

public sealed class DatasetsCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Data => _folder.Combine("data");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void List_says_kind_counts_and_whether_it_is_there()
    {
        Console console = Console.Run("datasets", "list");

        Assert.Equal(0, console.ExitCode);
        Assert.Matches("(?m)^shapes +single-label, drawn +72 +1440 +drawn ", console.Output);
        Assert.Matches("(?m)^cifar10 +single-label +10 +10000 +", console.Output);
        Assert.Matches("(?m)^folder +single-label +your own +", console.Output);
    }

    [Fact]
    public void List_json_is_an_array_with_splits_and_counts()
    {
        using JsonDocument json = JsonDocument.Parse(Console.Run("datasets", "list", "--json").Output);

        JsonElement cifar = json.RootElement.EnumerateArray().Single(
            d => d.GetProperty("name").GetString() == "cifar10");
        Assert.Equal("test", cifar.GetProperty("splits")[0].GetString());
        Assert.Equal(10000, cifar.GetProperty("images").GetInt32());
        Assert.False(cifar.GetProperty("multi_label").GetBoolean());
    }

    [Fact]
    public void Verify_sound_part_leaves_with_0_and_incomplete_set_with_2()
    {
        Cifar10Copy.Binary().Unpacked(Data);

        Console part = Console.Run("datasets", "verify", "cifar10", "--root", Data, "--split", "stratified-20");
        Console all = Console.Run("datasets", "verify", "cifar10", "--root", Data, "--json");

        Assert.Equal((0, 2), (part.ExitCode, all.ExitCode));
        Assert.Contains("cifar10 is sound", part.Output, StringComparison.Ordinal);
        using JsonDocument json = JsonDocument.Parse(all.Output);
        Assert.False(json.RootElement.GetProperty("is_sound").GetBoolean());
        Assert.Equal(2, json.RootElement.GetProperty("parts").GetArrayLength());
    }

    [Fact]
    public void Prepare_offline_says_what_to_do_and_leaves_with_2()
    {
        Console console = Console.Run("datasets", "prepare", "imagenet-a", "--root", Data, "--offline");

        Assert.Equal(2, console.ExitCode);
        Assert.Matches("(?m)^imagenet-a.tar +missing +https://people.eecs.berkeley.edu/", console.Output);
        Assert.Contains("By hand: Put imagenet-a.tar", console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Prepare_from_archives_makes_the_set_readable()
    {
        ImageNetCopy.Mini(3, 2).Below("test").Tar(_folder.Combine("test.tar"));

        Console console = Console.Run(
            "datasets", "prepare", "mini-imagenet", "--from", _folder.Combine("test.tar"), "--root", Data, "--offline",
            "--json");

        Assert.Equal(0, console.ExitCode);
        using JsonDocument json = JsonDocument.Parse(console.Output);
        Assert.True(json.RootElement.GetProperty("is_there").GetBoolean());
        Assert.Equal("linked", json.RootElement.GetProperty("files")[0].GetProperty("state").GetString());
    }

    [Fact]
    public void Sample_writes_a_sheet_that_is_a_picture()
    {
        string sheet = _folder.Combine("sheet.png");

        Console console = Console.Run(
            "datasets", "sample", "shapes", "--count", "6", "--columns", "3", "--side", "64", "--out", sheet);

        Assert.Equal((0, sheet + "\n"), (console.ExitCode, console.Output));
        using Raster picture = ImageDecoder.Decode(File.ReadAllBytes(sheet), "sheet.png");
        Assert.Equal((6 + (3 * 70), 6 + (2 * 100)), (picture.Width, picture.Height));
    }
}
