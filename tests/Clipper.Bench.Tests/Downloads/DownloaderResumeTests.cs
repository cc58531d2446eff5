using Clipper.Bench.Downloads;
using Clipper.Core.Errors;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Downloads;

/// <summary>Connections that break, and calls that go on from what is there.</summary>
public sealed class DownloaderResumeTests
{
    private const int Sent = 100_000;

    [Fact]
    public void Fetch_goes_on_from_where_the_connection_broke()
    {
        using var fixture = new DownloadFixture((own, request, reply) =>
        {
            if (request.Number == 1)
            {
                Truncate(own, reply, "v1");
                return;
            }

            reply.File(request, own.Content, "v1");
        });

        fixture.Fetch();

        fixture.AssertWhole();
        Assert.Equal(Sent, fixture.Server.Requests[1].From);
        Assert.Equal("\"v1\"", fixture.Server.Requests[1].Headers["If-Range"]);
        Assert.Single(fixture.Observer.Notes);
    }

    [Fact]
    public void Fetch_in_a_later_call_goes_on_from_what_was_kept()
    {
        bool isBroken = true;
        using var fixture = new DownloadFixture((own, request, reply) =>
        {
            if (isBroken)
            {
                Truncate(own, reply, "v1", request.From);
                return;
            }

            reply.File(request, own.Content, "v1");
        });
        DownloadOptions once = DownloadFixture.Quick with { Attempts = 1 };
        var error = Assert.Throws<DataFileException>(() => fixture.Fetch(options: once));
        isBroken = false;

        fixture.Fetch(options: once);

        Assert.Contains("97.7 KB are kept; the same call goes on from there", error.Message);
        Assert.Equal(Sent, fixture.Server.Requests[1].From);
        fixture.AssertWhole();
    }

    [Fact]
    public void Fetch_of_a_file_that_changed_meanwhile_begins_anew()
    {
        byte[] other = new byte[300_000];
        using var fixture = new DownloadFixture((own, request, reply) =>
        {
            if (request.Number == 1)
            {
                reply.Head("200 OK", "Content-Length: 300000", "ETag: \"old\"");
                reply.Body(other.AsSpan(0, Sent));
                return;
            }

            reply.File(request, own.Content, "new");
        });

        fixture.Fetch();

        fixture.AssertWhole();
        Assert.Equal(2, fixture.Server.Requests.Count);
    }

    [Theory]
    [InlineData("new", 0)]
    [InlineData("old", 1)]
    public void Fetch_of_a_changed_file_from_a_server_that_ignores_conditions_begins_anew(string etag, int shift)
    {
        byte[] other = new byte[300_000];
        using var fixture = new DownloadFixture((own, request, reply) =>
        {
            switch (request.Number)
            {
                case 1:
                    reply.Head("200 OK", "Content-Length: 300000", "ETag: \"old\"");
                    reply.Body(other.AsSpan(0, Sent));
                    break;
                case 2:
                    reply.Part(request.From + shift, own.Content, $"ETag: \"{etag}\"");
                    break;
                default:
                    reply.File(request, own.Content, "new");
                    break;
            }
        });

        fixture.Fetch();

        fixture.AssertWhole();
        Assert.Equal(0, fixture.Server.Requests[2].From);
    }

    [Fact]
    public void Fetch_whose_parts_do_not_fit_together_is_fetched_again_as_a_whole()
    {
        byte[] other = new byte[300_000];
        using var fixture = new DownloadFixture((own, request, reply) =>
        {
            if (request.Number == 1)
            {
                reply.Head("200 OK", "Content-Length: 300000", "ETag: \"v1\"");
                reply.Body(other.AsSpan(0, Sent));
                return;
            }

            reply.File(request, own.Content, "v1");
        });

        fixture.Fetch();

        fixture.AssertWhole();
        Assert.Equal([0, Sent, 0], fixture.Server.Requests.Select(request => request.From));
    }

    [Fact]
    public void Fetch_from_a_server_that_ignores_ranges_begins_anew()
    {
        using var fixture = new DownloadFixture((own, request, reply) =>
        {
            if (request.Number == 1)
            {
                Truncate(own, reply, "v1");
                return;
            }

            reply.Send("200 OK", own.Content, "ETag: \"v1\"");
        });

        fixture.Fetch();

        fixture.AssertWhole();
        Assert.Equal(2, fixture.Server.Requests.Count);
    }

    [Fact]
    public void Fetch_with_a_part_that_is_longer_than_the_file_begins_anew()
    {
        using var fixture = new DownloadFixture((own, request, reply) =>
        {
            if (request.From > own.Content.Length)
            {
                reply.Send("416 Range Not Satisfiable", [], "Content-Range: bytes */300000");
                return;
            }

            reply.File(request, own.Content, "v1");
        });
        Directory.CreateDirectory(Path.GetDirectoryName(fixture.Target) ?? "");
        File.WriteAllBytes(fixture.Part, new byte[300_001]);

        fixture.Fetch();

        fixture.AssertWhole();
    }

    [Fact]
    public void Fetch_with_a_whole_part_of_an_earlier_call_only_checks_it()
    {
        using var fixture = new DownloadFixture((own, request, reply) => reply.File(request, own.Content, "v1"));
        Directory.CreateDirectory(Path.GetDirectoryName(fixture.Target) ?? "");
        File.WriteAllBytes(fixture.Part, fixture.Content);

        fixture.Fetch();

        fixture.AssertWhole();
        Assert.Empty(fixture.Server.Requests);
    }

    [Fact]
    public void Fetch_with_a_wrong_part_of_the_right_size_fetches_it_anew()
    {
        using var fixture = new DownloadFixture((own, request, reply) => reply.File(request, own.Content, "v1"));
        Directory.CreateDirectory(Path.GetDirectoryName(fixture.Target) ?? "");
        File.WriteAllBytes(fixture.Part, new byte[fixture.Content.Length]);

        fixture.Fetch();

        fixture.AssertWhole();
    }

    [Fact]
    public void Fetch_without_hash_and_validator_never_continues_a_part()
    {
        using var fixture = new DownloadFixture((own, request, reply) =>
        {
            if (request.Number == 1)
            {
                reply.Head("200 OK", "Content-Length: 300000");
                reply.Body(own.Content.AsSpan(0, Sent));
                return;
            }

            reply.File(request, own.Content, "v1");
        });

        fixture.Fetch(fixture.Request with { Sha256 = null });

        fixture.AssertWhole();
        Assert.Equal(0, fixture.Server.Requests[1].From);
    }

    private static void Truncate(DownloadFixture own, LoopbackReply reply, string etag, int from = 0)
    {
        if (from > 0)
        {
            reply.Head("206 Partial Content", $"Content-Range: bytes {from}-299999/300000", "Content-Length: 9");
            return;
        }

        reply.Head("200 OK", "Content-Length: 300000", $"ETag: \"{etag}\"");
        reply.Body(own.Content.AsSpan(0, Sent));
    }
}
