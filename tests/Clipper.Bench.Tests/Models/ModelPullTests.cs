using System.Security.Cryptography;
using System.Text;
using Clipper.Bench.Downloads;
using Clipper.Bench.Models;
using Clipper.Bench.Tests.Downloads;
using Clipper.Clip.Models.Registry;
using Clipper.Core.Errors;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Models;

public sealed class ModelPullTests : IDisposable
{
    private static readonly byte[] _weights = Encoding.UTF8.GetBytes("weights of a model");
    private static readonly byte[] _vocabulary = Encoding.UTF8.GetBytes("a vocabulary");

    private readonly TemporaryFolder _folder = new();
    private readonly LoopbackServer _server = new((request, reply) => reply.File(
        request, request.Target.EndsWith(".pt", StringComparison.Ordinal) ? _weights : _vocabulary, "v1"));

    private string Registry => $$"""
        [
          {
            "name": "ViT-X/8", "folder": "ViT-X-8", "kind": "clip", "about": "Tiny.", "licence": "MIT",
            "files": [{{FileText("x.pt", _weights)}}], "vocabulary": "words",
            "model_json": { "name": "ViT-X/8", "activation": "quick_gelu" }
          },
          {
            "name": "words", "folder": "words", "kind": "vocabulary", "about": "Words.", "licence": "MIT",
            "files": [{{FileText("words.txt", _vocabulary)}}]
          }
        ]
        """;

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Pull_puts_weights_vocabulary_and_switches_into_the_models_folder()
    {
        var folder = new ModelsFolder(_folder.Path);
        PulledModel pulled = Pull("ViT-X/8");

        Assert.Equal(_folder.Combine("ViT-X-8"), pulled.Folder);
        Assert.Equal(ModelPresence.Present, folder.PresenceOf(pulled.Model));
        Assert.Equal(pulled.Folder, folder.Require(pulled.Model));
        Assert.Equal(
            ["model.json", "words.txt", "x.pt"],
            Directory.GetFiles(pulled.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains("\"quick_gelu\"", File.ReadAllText(_folder.Combine("ViT-X-8", "model.json")));
        Assert.False(pulled.WasThere);
        Assert.True(Pull("ViT-X/8").WasThere);
        Assert.Equal(2, _server.Requests.Count);
    }

    [Fact]
    public void Pull_from_a_mirror_asks_it_for_the_file_names()
    {
        Pull("ViT-X/8", mirror: _server.Address("mirror/"));

        Assert.Equal(["/mirror/x.pt", "/mirror/words.txt"], _server.Requests.Select(request => request.Target));
    }

    [Fact]
    public void Pull_forced_fetches_again()
    {
        Pull("words");

        Assert.False(Pull("words", isForced: true).WasThere);
        Assert.Equal(2, _server.Requests.Count);
    }

    [Fact]
    public void Pull_offline_takes_what_is_there_and_fetches_nothing()
    {
        var offline = new DownloadOptions { IsOffline = true };
        Pull("words");

        Assert.True(Pull("words", options: offline).WasThere);
        Assert.Throws<DataFileException>(() => Pull("ViT-X/8", options: offline));
        Assert.Single(_server.Requests);
    }

    [Fact]
    public void Find_of_a_name_that_is_not_registered_suggests_one()
    {
        var error = Assert.Throws<UsageException>(() => Pull("ViT-X-8"));

        Assert.Contains("Did you mean 'ViT-X/8'?", error.Message);
    }

    [Fact]
    public void Presence_of_a_model_whose_pull_was_interrupted_is_partial()
    {
        PulledModel pulled = Pull("ViT-X/8");
        File.Delete(Path.Combine(pulled.Folder, "words.txt"));

        var folder = new ModelsFolder(_folder.Path);
        var error = Assert.Throws<DataFileException>(() => folder.Require(pulled.Model));

        Assert.Equal(ModelPresence.Partial, folder.PresenceOf(pulled.Model));
        Assert.Contains("a pull was interrupted. Fetch it (30 bytes) with: clipper models pull ViT-X/8", error.Message);
    }

    private PulledModel Pull(
        string name, Uri? mirror = null, bool isForced = false, DownloadOptions? options = null)
    {
        using var downloader = new Downloader(options ?? DownloadFixture.Quick, new RecordingDownloads());
        var pull = new ModelPull(ModelRegistry.Parse(Registry), new ModelsFolder(_folder.Path), downloader)
        {
            Mirror = mirror,
            IsForced = isForced,
        };
        return pull.Pull(Assert.Single(pull.Find([name])), CancellationToken.None);
    }

    private string FileText(string name, byte[] content) => $$"""
        { "name": "{{name}}", "origin": "{{_server.Address(name)}}",
          "sha256": "{{Convert.ToHexStringLower(SHA256.HashData(content))}}", "size": {{content.Length}} }
        """;
}
