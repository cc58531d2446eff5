using System.Net;

namespace Clipper.Bench.Downloads;

/// <summary>Asks an origin for a file and follows its redirects, a bounded number and never from https to http. The
/// only place of the program that talks to a network.</summary>
internal sealed class OriginClient(HttpMessageHandler handler, DownloadOptions options) : IDisposable
{
    private static readonly TimeSpan _longestPause = TimeSpan.FromMinutes(2);

    private readonly HttpClient _client = new(handler) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>A handler for the real network.</summary>
    public static HttpMessageHandler NewHandler(DownloadOptions options) => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = options.Patience,
        UseCookies = false,
        Proxy = options.Proxy is { } proxy ? new WebProxy(proxy) { Credentials = Credentials(proxy) } : null,
    };

    /// <summary>Gets the head of an answer with the file: 200, or 206 where a part was asked for.</summary>
    /// <param name="origin">Address.</param>
    /// <param name="prepare">Adds headers to each request.</param>
    /// <param name="patience">Cancelled when the server takes too long.</param>
    /// <exception cref="OriginException">Every other answer.</exception>
    public async Task<HttpResponseMessage> GetAsync(
        Uri origin, Action<HttpRequestMessage> prepare, CancellationToken patience)
    {
        Uri address = origin;
        for (int hops = 0; hops <= options.Redirects; hops++)
        {
            using var message = new HttpRequestMessage(HttpMethod.Get, address);
            message.Headers.UserAgent.ParseAdd("clipper-bench");
            message.Headers.AcceptEncoding.ParseAdd("identity");
            prepare(message);
            HttpResponseMessage answer = await _client
                .SendAsync(message, HttpCompletionOption.ResponseHeadersRead, patience).ConfigureAwait(false);
            if (answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.PartialContent)
            {
                return answer;
            }

            using (answer)
            {
                address = IsRedirect(answer.StatusCode)
                    ? Next(address, answer.Headers.Location)
                    : throw Refusal(answer);
            }
        }

        throw new OriginException(FormattableString.Invariant($"redirects more than {options.Redirects} times"));
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    private static bool IsRedirect(HttpStatusCode status) => status
        is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
        or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    private static Uri Next(Uri from, Uri? location)
    {
        if (location is null)
        {
            throw new OriginException("redirects to nowhere: the answer has no Location");
        }

        var next = new Uri(from, location);
        bool isSafe = next.Scheme == Uri.UriSchemeHttps
            || (next.Scheme == Uri.UriSchemeHttp && from.Scheme == Uri.UriSchemeHttp);
        return isSafe
            ? next
            : throw new OriginException(
                $"redirects from {from.Scheme} to {next.Scheme} ({next}), which is not followed");
    }

    private static OriginException Refusal(HttpResponseMessage answer) =>
        new(FormattableString.Invariant($"answers {(int)answer.StatusCode} {answer.ReasonPhrase}").TrimEnd())
        {
            IsPassing = (int)answer.StatusCode is 408 or 416 or 425 or 429 or >= 500,
            IsRangeRefused = answer.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable,
            Pause = PauseOf(answer),
        };

    // A date would need a clock that agrees with the server's; seconds are what servers send.
    private static TimeSpan? PauseOf(HttpResponseMessage answer) => answer.Headers.RetryAfter?.Delta is { } pause
        ? TimeSpan.FromTicks(Math.Clamp(pause.Ticks, 0, _longestPause.Ticks))
        : null;

    private static NetworkCredential? Credentials(Uri proxy) => proxy.UserInfo.Split(':', 2) switch
    {
        [""] => null,
        [var user] => new NetworkCredential(Uri.UnescapeDataString(user), ""),
        [var user, var password] =>
            new NetworkCredential(Uri.UnescapeDataString(user), Uri.UnescapeDataString(password)),
        _ => null,
    };
}
