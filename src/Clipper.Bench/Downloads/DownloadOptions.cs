namespace Clipper.Bench.Downloads;

/// <summary>How files are fetched.</summary>
public sealed record DownloadOptions
{
    /// <summary>Whether no socket may be opened: what is not there already is an error.</summary>
    public bool IsOffline { get; init; }

    /// <summary>Proxy, http, https or socks5, with user and password where it wants them; null = that of the
    /// environment (<c>HTTPS_PROXY</c>, <c>HTTP_PROXY</c>, <c>ALL_PROXY</c>, <c>NO_PROXY</c>).</summary>
    public Uri? Proxy { get; init; }

    /// <summary>How often an origin may fail in a passing way before it is given up. A failure after at least 1 MiB
    /// that was new is not counted.</summary>
    public int Attempts { get; init; } = 6;

    /// <summary>Pause after the first failure; doubles with every further one, up to 30 s. A server that names a pause
    /// (<c>Retry-After</c>) gets it, up to 2 min.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A server that sends fewer than <see cref="LeastBytes"/> in this time has stalled.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Bytes that have to come in the time of <see cref="Patience"/>; the answer's head alone may take as
    /// long.</summary>
    public int LeastBytes { get; init; } = 16 << 10;

    /// <summary>Redirects that are followed.</summary>
    public int Redirects { get; init; } = 10;
}
