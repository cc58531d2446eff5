using Clipper.Bench.Downloads;
using Clipper.Bench.Files;
using Clipper.Core.Errors;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Downloads;

public sealed class DownloaderTests
{
    [Fact]
    public void Fetch_puts_a_checked_file_in_place_and_tells_how_far_it_is()
    {
        using var fixture = new DownloadFixture((own, request, reply) => reply.File(request, own.Content, "v1"));

        DownloadedFile file = fixture.Fetch();

        fixture.AssertWhole();
        Assert.Equal(new DownloadedFile(fixture.Target, fixture.Content.Length, fixture.Sha256, false), file);
        Assert.Equal(new DownloadProgress("file.bin", 300_000, 300_000), fixture.Observer.Progress[^1]);
        Assert.Empty(fixture.Observer.Notes);
    }

    [Fact]
    public void Fetch_of_a_file_that_is_there_asks_nobody()
    {
        using var fixture = new DownloadFixture((own, request, reply) => reply.File(request, own.Content, "v1"));
        fixture.Fetch();

        DownloadedFile again = fixture.Fetch(options: DownloadFixture.Quick with { IsOffline = true });

        Assert.True(again.WasThere);
        Assert.Single(fixture.Server.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Fetch_forced_or_of_a_damaged_file_fetches_it_anew(bool isForced)
    {
        using var fixture = new DownloadFixture((own, request, reply) => reply.File(request, own.Content, "v1"));
        fixture.Fetch();
        if (!isForced)
        {
            byte[] damaged = [.. fixture.Content];
            damaged[1000] ^= 1;
            File.WriteAllBytes(fixture.Target, damaged);
        }

        DownloadedFile again = fixture.Fetch(fixture.Request with { IsForced = isForced });

        Assert.False(again.WasThere);
        fixture.AssertWhole();
        Assert.Equal(2, fixture.Server.Requests.Count);
    }

    [Fact]
    public void Fetch_without_published_hash_and_size_takes_what_comes_and_says_its_hash()
    {
        using var fixture = new DownloadFixture((own, _, reply) =>
        {
            reply.Head("200 OK");
            reply.Body(own.Content);
        });

        DownloadedFile file = fixture.Fetch(fixture.Request with { Sha256 = null, Size = null });

        Assert.Equal(fixture.Sha256, file.Sha256);
        fixture.AssertWhole();
    }

    [Fact]
    public void Fetch_from_the_second_origin_where_the_first_has_nothing()
    {
        using var fixture = new DownloadFixture((own, request, reply) =>
        {
            if (request.Target == "/gone")
            {
                reply.Send("404 Not Found", []);
                return;
            }

            reply.File(request, own.Content, "v1");
        });

        fixture.Fetch(fixture.Request with { Origins = [fixture.Server.Address("gone"), fixture.Server.Address("x")] });

        fixture.AssertWhole();
    }

    [Fact]
    public void Fetch_offline_makes_no_handler_and_so_opens_no_socket()
    {
        using var folder = new TemporaryFolder();
        int handlers = 0;
        using var downloader = new Downloader(
            new DownloadOptions { IsOffline = true },
            new RecordingDownloads(),
            () =>
            {
                handlers++;
                return new SocketsHttpHandler();
            });
        var request = new DownloadRequest(folder.Combine("a", "x.bin"), [new Uri("https://example.org/x.bin")]);

        var error = Assert.Throws<DataFileException>(() => downloader.Fetch(request, CancellationToken.None));

        Assert.Contains("--offline forbids fetching it from https://example.org/x.bin", error.Message);
        Assert.Equal(0, handlers);
        Assert.False(Directory.Exists(folder.Combine("a")));
    }

    [Fact]
    public void Fetch_through_a_proxy_asks_the_proxy_for_the_whole_address()
    {
        using var fixture = new DownloadFixture((own, request, reply) => reply.File(request, own.Content, "v1"));
        Uri far = new("http://far.example/file.bin");

        fixture.Fetch(
            fixture.Request with { Origins = [far] },
            DownloadFixture.Quick with { Proxy = fixture.Server.Address() });

        fixture.AssertWhole();
        Assert.Equal(far.ToString(), Assert.Single(fixture.Server.Requests).Target);
    }

    [Fact]
    public void Fetch_twice_at_once_fetches_once()
    {
        using var fixture = new DownloadFixture((own, request, reply) => reply.File(request, own.Content, "v1"));
        DownloadRequest request = fixture.Request;

        Parallel.For(0, 4, _ => fixture.Fetch(request));

        fixture.AssertWhole();
        Assert.Single(fixture.Server.Requests);
    }

    [Fact]
    public void Fetch_waits_for_another_process_and_can_be_interrupted()
    {
        using var fixture = new DownloadFixture((own, request, reply) => reply.File(request, own.Content, "v1"));
        using ProcessLock held = ProcessLock.Acquire(fixture.Target + ".lock", null, CancellationToken.None);
        using var cancellation = new CancellationTokenSource();
        var observer = new CancellingDownloads(cancellation);
        using var downloader = new Downloader(DownloadFixture.Quick, observer);

        Assert.Throws<OperationCanceledException>(() => downloader.Fetch(fixture.Request, cancellation.Token));

        Assert.Contains($"process {Environment.ProcessId}", observer.Said);
        Assert.Empty(fixture.Server.Requests);
    }

    [Fact]
    public void Fetch_onto_a_disk_without_room_is_refused_before_a_byte_is_written()
    {
        using var fixture = new DownloadFixture(
            (_, _, reply) => reply.Head("200 OK", $"Content-Length: {long.MaxValue / 2}"));

        var error = Assert.Throws<DataFileException>(() => fixture.Fetch(
            fixture.Request with { Size = null, Sha256 = null, Limit = long.MaxValue }));

        Assert.Contains("free", error.Message);
        fixture.AssertAbsent();
    }

    private sealed class CancellingDownloads(CancellationTokenSource cancellation) : IDownloadObserver
    {
        public string Said { get; private set; } = "";

        public void Advance(DownloadProgress progress)
        {
        }

        public void Note(string line)
        {
            Said = line;
            cancellation.Cancel();
        }
    }
}
