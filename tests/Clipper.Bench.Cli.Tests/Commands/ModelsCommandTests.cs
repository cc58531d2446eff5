using System.IO.Compression;
using System.Text.Json;
using Clipper.Clip.Models.Registry;
using Clipper.Testing;

namespace Clipper.Bench.Cli.Tests.Commands;

public sealed class ModelsCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> TorchFiles => new(Files);

    private static IEnumerable<string> Files => Directory.EnumerateFiles(GoldenFolder.Combine("clip"))
        .Where(path => Path.GetExtension(path) is ".pt" or ".bin" or ".pth")
        .Select(path => Path.GetFileName(path))
        .Order(StringComparer.Ordinal);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(TorchFiles))]
    public void Convert_makes_a_folder_that_info_describes_as_it_does_the_source(string file)
    {
        string source = GoldenFolder.Combine("clip", file);
        string folder = _folder.Combine("converted");

        using JsonDocument converted = Json("models", "convert", source, "--out", folder, "--json");
        using JsonDocument before = Json("models", "info", source, "--json");
        using JsonDocument after = Json("models", "info", folder, "--json");

        Assert.Contains(Text(before, "container"), new[] { "torch.save", "torchscript" });
        Assert.Equal("safetensors", Text(after, "container"));
        Assert.Equal(Text(after, "weights_sha256"), Text(converted, "weights_sha256"));
        string[] own = ["container", "weights_sha256", "format"];
        foreach (JsonProperty fact in before.RootElement.EnumerateObject().Where(fact => !own.Contains(fact.Name)))
        {
            Assert.Equal(fact.Value.ToString(), after.RootElement.GetProperty(fact.Name).ToString());
        }
    }

    [Fact]
    public void Convert_a_pickle_that_would_run_code_ends_with_2_and_names_file_and_global()
    {
        string path = _folder.Combine("evil.pt");
        byte[] pickle = [0x80, 2, .. "cos\nsystem\nX"u8, 4, 0, 0, 0, .. "true"u8, 0x85, (byte)'R', (byte)'.'];
        using (var archive = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            using Stream stream = archive.CreateEntry("evil/data.pkl", CompressionLevel.NoCompression).Open();
            stream.Write(pickle);
        }

        Console console = Console.Run("models", "convert", path, "--out", _folder.Combine("out"));

        Assert.Equal(2, console.ExitCode);
        Assert.Contains(path, console.Error, StringComparison.Ordinal);
        Assert.Contains("'os.system', which no tensor needs", console.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.Combine("out")));
    }

    [Fact]
    public void Convert_into_a_full_folder_ends_with_1()
    {
        _folder.Write("out/x", "");

        string source = GoldenFolder.Combine("clip", Files.First());

        Console console = Console.Run("models", "convert", source, "--out", _folder.Combine("out"));

        Assert.Equal(1, console.ExitCode);
        Assert.Contains("not an empty folder", console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void List_shows_every_registered_model_and_info_one_that_is_not_here()
    {
        using JsonDocument list = Json("models", "list", "--json");
        using JsonDocument info = Json("models", "info", "ViT-L/14@336px", "--json");

        string[] names = [.. list.RootElement.EnumerateArray().Select(model => model.GetProperty("name").GetString()!)];
        Assert.Equal(ModelRegistry.Default.Names, names);
        string table = Console.Run("models", "list").Output;
        Assert.All(names, name => Assert.Contains(name, table, StringComparison.Ordinal));
        Assert.DoesNotContain(" 0 bytes", table, StringComparison.Ordinal);
        Assert.All(list.RootElement.EnumerateArray(), model => Assert.True(model.GetProperty("bytes").GetInt64() > 0));
        Assert.Equal("not pulled", Text(info, "state"));
        Assert.Equal("MIT", Text(info, "licence"));
        Assert.Equal(427_944_193, info.RootElement.GetProperty("parameters").GetInt64());
        Assert.Contains(ModelRegistry.Default.Find("ViT-L/14@336px")!.Folder, Text(info, "folder"));
    }

    [Fact]
    public void A_model_that_is_not_pulled_ends_with_2_and_the_line_that_pulls_it()
    {
        Console console = Console.Run(
            "embed", "--model", "ViT-L/14", "--images", "x.png", "--out", _folder.Combine("x.safetensors"));

        Assert.Equal(2, console.ExitCode);
        Assert.Contains("with: clipper models pull ViT-L/14\n", console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Pull_offline_ends_with_2_and_says_why()
    {
        Console console = Console.Run("models", "pull", "ViT-L/14", "--offline");

        Assert.Equal((2, ""), (console.ExitCode, console.Output));
        Assert.Contains("--offline forbids fetching it from https://", console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Pull_from_a_mirror_that_has_another_file_ends_with_2_and_leaves_nothing()
    {
        using var server = new LoopbackServer((request, reply) => reply.File(request, [1, 2, 3], "v1"));

        Console console = Console.Run("models", "pull", "ViT-L/14", "--mirror", server.Address("clip").ToString());

        Assert.Equal((2, ""), (console.ExitCode, console.Output));
        Assert.Contains("has another file: 3 bytes, not 932768134", console.Error, StringComparison.Ordinal);
        Assert.Equal("/clip/ViT-L-14.pt", Assert.Single(server.Requests).Target);
        Assert.Equal(ModelPresence.Absent, new ModelsFolder().PresenceOf(ModelRegistry.Default.Find("ViT-L/14")!));
    }

    [Theory]
    [InlineData("'ViT-L14' is not a registered model", "ViT-L14")]
    [InlineData("--mirror: 'here' is not an address that begins with https:// or http://.", "x", "--mirror", "here")]
    [InlineData("https:// or http:// or socks5://.", "x", "--proxy", "file:///x")]
    public void Pull_with_a_wrong_argument_ends_with_1(string problem, params string[] args)
    {
        Console console = Console.Run(["models", "pull", .. args]);

        Assert.Equal(1, console.ExitCode);
        Assert.Contains(problem, console.Error, StringComparison.Ordinal);
    }

    private static JsonDocument Json(params string[] args)
    {
        Console console = Console.Run(args);
        Assert.True(console.ExitCode == 0, console.Error);
        return JsonDocument.Parse(console.Output);
    }

    private static string Text(JsonDocument json, string name) => json.RootElement.GetProperty(name).GetString() ?? "";
}
