using System.Globalization;
using System.Security.Cryptography;
using Clipper.Bench.Files;
using Clipper.Clip.Files;
using Clipper.Core.Errors;

namespace Clipper.Bench.Downloads;

/// <summary>Fetches files over http and https. A file is absent or whole and checked: it grows as <c>TARGET.part</c>,
/// which a later call goes on with, and gets its name when size and SHA-256 are right. One process fetches a file at a
/// time, others wait. Offline, no handler is made and so no socket opened.</summary>
public sealed class Downloader : IDisposable
{
    private const long WorthAnotherTry = 1 << 20;

    private static readonly TimeSpan _longestPause = TimeSpan.FromSeconds(30);

    private readonly DownloadOptions _options;
    private readonly IDownloadObserver _observer;
    private readonly Lazy<OriginClient> _client;

    /// <summary>A downloader on the real network.</summary>
    public Downloader(DownloadOptions options, IDownloadObserver observer)
        : this(options, observer, () => OriginClient.NewHandler(options))
    {
    }

    /// <summary>One on another network; the handler is made with the first request.</summary>
    internal Downloader(DownloadOptions options, IDownloadObserver observer, Func<HttpMessageHandler> newHandler)
    {
        _options = options;
        _observer = observer;
        _client = new(() => new OriginClient(newHandler(), options));
    }

    /// <summary>Fetches a file, unless it is there with the right size and SHA-256.</summary>
    /// <exception cref="DataFileException">No origin gives the right file, it would have to be fetched offline, or the
    /// disk is full.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; what came is kept.</exception>
    public DownloadedFile Fetch(DownloadRequest request, CancellationToken cancellation)
    {
        if (!request.IsForced && Present(request) is { } before)
        {
            return before;
        }

        if (_options.IsOffline)
        {
            throw new DataFileException(
                request.Target,
                $"is not there, and --offline forbids fetching it from {string.Join(" or ", request.Origins)}.");
        }

        using ProcessLock held = ProcessLock.Acquire(
            request.Target + ProcessLock.Suffix,
            owner => _observer.Note(string.Create(
                CultureInfo.InvariantCulture,
                $"{request.Name}: process {owner.Process} on {owner.Host} is fetching it; waiting")),
            cancellation);
        return (request.IsForced ? null : Present(request)) ?? FetchLocked(request, cancellation);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_client.IsValueCreated)
        {
            _client.Value.Dispose();
        }
    }

    private DownloadedFile FetchLocked(DownloadRequest request, CancellationToken cancellation)
    {
        var part = new PartFile(request.Target);
        var failures = new List<string>();
        foreach (Uri origin in request.Origins)
        {
            try
            {
                return FetchFromAsync(request, part, origin, cancellation).GetAwaiter().GetResult();
            }
            catch (OriginException failure)
            {
                failures.Add($"{origin} {failure.Message}");
            }
        }

        string rest = "";
        if (part.Length > 0)
        {
            rest = $" {ByteSize.Text(part.Length)} are kept; the same call goes on from there.";
        }
        else
        {
            part.Drop();
        }

        throw new DataFileException(
            request.Target,
            $"cannot be fetched: {string.Join("; ", failures)}.{rest} Check the connection, --proxy and --mirror.");
    }

    private async Task<DownloadedFile> FetchFromAsync(
        DownloadRequest request, PartFile part, Uri origin, CancellationToken cancellation)
    {
        var attempt = new DownloadAttempt(request, part, _client.Value, _options, _observer);
        long furthest = part.Length;
        int failures = 0;
        while (true)
        {
            try
            {
                await CompleteAsync(request, part, attempt, origin, cancellation).ConfigureAwait(false);
                return Accept(request, part);
            }
            catch (OriginException failure) when (failure.IsPassing)
            {
                failures = part.Length >= furthest + WorthAnotherTry ? 0 : failures + 1;
                furthest = Math.Max(furthest, part.Length);
                if (failures >= _options.Attempts)
                {
                    throw;
                }

                TimeSpan pause = failure.Pause ?? Pause(failures);
                _observer.Note(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{request.Name}: {origin.Host} {failure.Message}; again in {pause.TotalSeconds:0.#} s"));
                await Task.Delay(pause, cancellation).ConfigureAwait(false);
            }
        }
    }

    // A part of the full size was fetched before, and only its check was not reached.
    private static Task CompleteAsync(
        DownloadRequest request, PartFile part, DownloadAttempt attempt, Uri origin, CancellationToken cancellation) =>
        request.Sha256 is not null && part.Length == request.Size
            ? Task.CompletedTask
            : attempt.RunAsync(origin, cancellation);

    private static DownloadedFile Accept(DownloadRequest request, PartFile part)
    {
        bool isPatchwork = part.IsPatchwork;
        var file = new DownloadedFile(request.Target, part.Length, HashOf(part.Path), WasThere: false);
        if (file.Sha256 != (request.Sha256 ?? file.Sha256) || file.Size != (request.Size ?? file.Size))
        {
            part.Drop();
            throw new OriginException(
                $"has another file: {file.Size} bytes with SHA-256 {file.Sha256}, not {request.Sha256}; it was removed")
            {
                IsPassing = isPatchwork,
            };
        }

        AtomicFile.Publish(part.Path, request.Target);
        part.Forget();
        return file;
    }

    private TimeSpan Pause(int failures) => TimeSpan.FromTicks(Math.Min(
        _longestPause.Ticks, _options.FirstPause.Ticks << Math.Clamp(failures - 1, 0, 10)));

    private static DownloadedFile? Present(DownloadRequest request)
    {
        var file = new FileInfo(request.Target);
        if (!file.Exists || file.Length != (request.Size ?? file.Length))
        {
            return null;
        }

        string hash = HashOf(request.Target);
        return hash == (request.Sha256 ?? hash)
            ? new DownloadedFile(request.Target, file.Length, hash, WasThere: true)
            : null;
    }

    private static string HashOf(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
