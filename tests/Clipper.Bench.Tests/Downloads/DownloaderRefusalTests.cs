using System.Net;
using System.Text;
using Clipper.Bench.Downloads;
using Clipper.Core.Errors;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Downloads;

/// <summary>Servers that do not give the file.</summary>
public sealed class DownloaderRefusalTests
{
    private const string Page =
        "<!DOCTYPE html>\n<html><head><title>Example Drive - Virus\n scan warning</title></head></html>";

    [Theory]
    [InlineData("500 Internal Server Error")]
    [InlineData("503 Service Unavailable")]
    [InlineData("429 Too Many Requests")]
    public void Fetch_from_a_server_that_recovers_tries_again(string status)
    {
        using var fixture = new DownloadFixture((own, request, reply) =>
        {
            if (request.Number < 3)
            {
                reply.Send(status, [], "Retry-After: 0");
                return;
            }

            reply.File(request, own.Content, "v1");
        });

        fixture.Fetch();

        fixture.AssertWhole();
        Assert.Equal(2, fixture.Observer.Notes.Count);
    }

    [Theory]
    [InlineData("403 Forbidden", 1)]
    [InlineData("404 Not Found", 1)]
    [InlineData("500 Internal Server Error", 3)]
    public void Fetch_from_a_server_that_refuses_says_so(string status, int requests)
    {
        using var fixture = new DownloadFixture((_, _, reply) => reply.Send(status, []));

        var error = Assert.Throws<DataFileException>(() => fixture.Fetch());

        Assert.Contains($"answers {status}", error.Message);
        Assert.Equal(requests, fixture.Server.Requests.Count);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(fixture.Target) ?? ""));
    }

    [Theory]
    [InlineData("Content-Type: text/html; charset=utf-8")]
    [InlineData("Content-Type: application/octet-stream")]
    public void Fetch_of_a_web_page_in_place_of_the_file_names_its_title(string type)
    {
        using var fixture = new DownloadFixture(
            (_, _, reply) => reply.Send("200 OK", Encoding.UTF8.GetBytes(Page), type));

        var error = Assert.Throws<DataFileException>(
            () => fixture.Fetch(fixture.Request with { Sha256 = null, Size = null }));

        Assert.Contains("answers with a web page ('Example Drive - Virus scan warning')", error.Message);
        Assert.Single(fixture.Server.Requests);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(fixture.Target) ?? ""));
    }

    [Fact]
    public void Fetch_of_other_bytes_of_the_same_size_is_refused_by_both_hashes()
    {
        using var fixture = new DownloadFixture((_, request, reply) => reply.File(request, new byte[300_000], "v1"));

        var error = Assert.Throws<DataFileException>(() => fixture.Fetch());

        Assert.Contains(fixture.Sha256, error.Message);
        Assert.Contains("it was removed", error.Message);
        Assert.Single(fixture.Server.Requests);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(fixture.Target) ?? ""));
    }

    [Theory]
    [InlineData(299_999)]
    [InlineData(300_001)]
    public void Fetch_of_a_file_of_another_size_is_refused_before_its_body(int size)
    {
        using var fixture = new DownloadFixture((_, _, reply) =>
        {
            reply.Head("200 OK", $"Content-Length: {size}");
            reply.Hang();
        });

        var error = Assert.Throws<DataFileException>(() => fixture.Fetch());

        Assert.Contains($"another file: {size} bytes, not 300000", error.Message);
        fixture.AssertAbsent();
    }

    [Fact]
    public void Fetch_of_more_than_the_limit_from_a_server_that_says_no_size_stops()
    {
        using var fixture = new DownloadFixture((own, _, reply) =>
        {
            reply.Head("200 OK");
            while (true)
            {
                reply.Body(own.Content);
            }
        });

        var error = Assert.Throws<DataFileException>(
            () => fixture.Fetch(fixture.Request with { Sha256 = null, Size = null, Limit = 1 << 20 }));

        Assert.Contains("or more bytes, not at most 1048576", error.Message);
        fixture.AssertAbsent();
        Assert.False(File.Exists(fixture.Part));
    }

    [Fact]
    public void Fetch_of_less_than_the_server_promised_is_never_taken_for_the_file()
    {
        using var fixture = new DownloadFixture((own, _, reply) =>
        {
            reply.Head("200 OK", "Content-Length: 400000");
            reply.Body(own.Content);
        });

        var error = Assert.Throws<DataFileException>(
            () => fixture.Fetch(fixture.Request with { Sha256 = null, Size = null }));

        Assert.Contains("broke off", error.Message);
        fixture.AssertAbsent();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Fetch_from_a_server_that_stalls_or_drips_is_given_up(bool drips)
    {
        using var fixture = new DownloadFixture((_, _, reply) =>
        {
            reply.Head("200 OK", "Content-Length: 300000");
            if (drips)
            {
                reply.Drip();
            }

            reply.Hang();
        });

        var error = Assert.Throws<DataFileException>(() => fixture.Fetch(
            options: DownloadFixture.Quick with { Patience = TimeSpan.FromMilliseconds(250), Attempts = 2 }));

        Assert.Contains("stalled: fewer than 16384 bytes in 0.25 s", error.Message);
        fixture.AssertAbsent();
    }

    [Fact]
    public void Fetch_from_a_server_that_never_answers_is_given_up()
    {
        using var fixture = new DownloadFixture((_, _, reply) => reply.Hang());

        var error = Assert.Throws<DataFileException>(() => fixture.Fetch(
            options: DownloadFixture.Quick with { Patience = TimeSpan.FromMilliseconds(250), Attempts = 1 }));

        Assert.Contains("stalled", error.Message);
    }

    [Fact]
    public void Fetch_follows_redirects_to_relative_and_whole_addresses()
    {
        using var fixture = new DownloadFixture((own, request, reply) =>
        {
            switch (request.Number)
            {
                case 1:
                    reply.Send("302 Found", [], "Location: /next");
                    break;
                case 2:
                    reply.Send("308 Permanent Redirect", [], $"Location: {own.Server.Address("last")}");
                    break;
                default:
                    reply.File(request, own.Content, "v1");
                    break;
            }
        });

        fixture.Fetch();

        fixture.AssertWhole();
        Assert.Equal(["/file.bin", "/next", "/last"], fixture.Server.Requests.Select(request => request.Target));
    }

    [Theory]
    [InlineData("Location: /file.bin", "redirects more than 4 times", 5)]
    [InlineData("Location: file:///etc/passwd", "redirects from http to file", 1)]
    [InlineData("Location: ftp://example.org/x", "redirects from http to ftp", 1)]
    [InlineData("X-Nothing: 1", "redirects to nowhere", 1)]
    public void Fetch_does_not_follow_loops_and_other_schemes(string header, string problem, int requests)
    {
        using var fixture = new DownloadFixture((_, _, reply) => reply.Send("301 Moved Permanently", [], header));

        var error = Assert.Throws<DataFileException>(
            () => fixture.Fetch(options: DownloadFixture.Quick with { Redirects = 4 }));

        Assert.Contains(problem, error.Message);
        Assert.Equal(requests, fixture.Server.Requests.Count);
    }

    [Fact]
    public void Fetch_does_not_follow_a_redirect_from_https_to_http()
    {
        using var folder = new TemporaryFolder();
        using var downloader = new Downloader(
            DownloadFixture.Quick, new RecordingDownloads(), () => new Redirecting(new Uri("http://example.org/x")));
        var request = new DownloadRequest(folder.Combine("x"), [new Uri("https://example.org/x")]);

        var error = Assert.Throws<DataFileException>(() => downloader.Fetch(request, CancellationToken.None));

        Assert.Contains("redirects from https to http (http://example.org/x)", error.Message);
    }

    private sealed class Redirecting(Uri location) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.Equal(Uri.UriSchemeHttps, request.RequestUri?.Scheme);
            var answer = new HttpResponseMessage(HttpStatusCode.Found);
            answer.Headers.Location = location;
            return Task.FromResult(answer);
        }
    }
}
