using System.Security.Cryptography;
using Clipper.Bench.Downloads;
using Clipper.Core.Randomness;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Downloads;

/// <summary>A file that a loopback server gives in a test's own way, and a downloader that does not wait.</summary>
internal sealed class DownloadFixture : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<LoopbackServer> _server;

    public DownloadFixture(Action<DownloadFixture, LoopbackRequest, LoopbackReply> answer)
    {
        var random = new RandomState(7);
        Content = [.. Enumerable.Range(0, 300_000).Select(_ => (byte)random.NextIndex(256))];
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(Content));
        _server = new(() => new LoopbackServer((request, reply) => answer(this, request, reply)));
    }

    public static DownloadOptions Quick { get; } = new()
    {
        FirstPause = TimeSpan.Zero,
        Attempts = 3,
        // However slow the machine is: a server of these tests that stalls is given another patience.
        Patience = TimeSpan.FromMinutes(5),
    };

    public byte[] Content { get; }

    public string Sha256 { get; }

    public LoopbackServer Server => _server.Value;

    public RecordingDownloads Observer { get; } = new();

    public string Target => _folder.Combine("sub", "file.bin");

    public string Part => Target + ".part";

    public DownloadRequest Request => new(Target, [Server.Address("file.bin")])
    {
        Sha256 = Sha256,
        Size = Content.Length,
    };

    public DownloadedFile Fetch(DownloadRequest? request = null, DownloadOptions? options = null)
    {
        using var downloader = new Downloader(options ?? Quick, Observer);
        return downloader.Fetch(request ?? Request, CancellationToken.None);
    }

    public void AssertWhole()
    {
        Assert.Equal(Content, File.ReadAllBytes(Target));
        Assert.Equal([Target], Directory.GetFiles(Path.GetDirectoryName(Target) ?? ""));
    }

    /// <summary>Nothing bears the file's name, and no lock is left.</summary>
    public void AssertAbsent()
    {
        Assert.False(File.Exists(Target));
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(Target) ?? "", "*.lock"));
    }

    public void Dispose()
    {
        if (_server.IsValueCreated)
        {
            _server.Value.Dispose();
        }

        _folder.Dispose();
    }
}
