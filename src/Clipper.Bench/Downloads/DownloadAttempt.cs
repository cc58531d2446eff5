using System.Globalization;
using Clipper.Clip.Files;
using Clipper.Core.Errors;

namespace Clipper.Bench.Downloads;

/// <summary>One request for a file, or for what is missing of it.</summary>
internal sealed class DownloadAttempt(
    DownloadRequest request, PartFile part, OriginClient client, DownloadOptions options, IDownloadObserver observer)
{
    private const int BufferSize = 256 << 10;

    /// <summary>Makes <see cref="PartFile"/> whole.</summary>
    /// <exception cref="OriginException">The origin did not give all of it; what came is kept.</exception>
    /// <exception cref="DataFileException">The disk is full or cannot be written.</exception>
    public async Task RunAsync(Uri origin, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(options.Patience);
        try
        {
            await FetchAsync(origin, patience).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new OriginException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"stalled: fewer than {options.LeastBytes} bytes in {options.Patience.TotalSeconds:0.##} s"),
                e)
            { IsPassing = true };
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new OriginException($"broke off ({e.Message})", e) { IsPassing = !IsLasting(e) };
        }
    }

    // Names, certificates and proxies do not mend themselves within a minute; connections do.
    private static bool IsLasting(Exception e) => e is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError or HttpRequestError.UserAuthenticationError,
    };

    private async Task FetchAsync(Uri origin, CancellationTokenSource patience)
    {
        long have = 0;
        using HttpResponseMessage answer = await GetAsync(
            origin, message => have = part.Continue(message, origin, request.Sha256 is not null), patience.Token)
            .ConfigureAwait(false);
        if (WebPage.Is(answer.Content.Headers.ContentType))
        {
            throw WebPage.Refusal(await StartOfAsync(answer, patience.Token).ConfigureAwait(false));
        }

        bool isContinued = part.IsContinuedBy(answer, have, request.Size);
        long before = isContinued ? have : 0;
        long? total = answer.Content.Headers.ContentLength is { } length ? before + length : request.Size;
        CheckSize(total);
        CheckRoom((total ?? 0) - before);
        using FileStream file = part.Open(origin, answer, isContinued);
        await CopyAsync(answer, file, before, total, patience).ConfigureAwait(false);
    }

    private async Task<HttpResponseMessage> GetAsync(
        Uri origin, Action<HttpRequestMessage> prepare, CancellationToken patience)
    {
        try
        {
            return await client.GetAsync(origin, prepare, patience).ConfigureAwait(false);
        }
        catch (OriginException e) when (e.IsRangeRefused)
        {
            part.Drop();
            throw;
        }
    }

    private async Task CopyAsync(
        HttpResponseMessage answer, FileStream file, long before, long? total, CancellationTokenSource patience)
    {
        byte[] buffer = new byte[BufferSize];
        long done = before;
        long sinceLook = 0;
        using Stream body = await answer.Content.ReadAsStreamAsync(patience.Token).ConfigureAwait(false);
        while (await body.ReadAsync(buffer, patience.Token).ConfigureAwait(false) is > 0 and var count)
        {
            if (done == 0 && WebPage.Is(buffer.AsSpan(0, count)))
            {
                throw WebPage.Refusal(buffer.AsSpan(0, count));
            }

            Write(file, buffer.AsSpan(0, count));
            done += count;
            CheckSize(done, isWhole: false);
            sinceLook += count;
            if (sinceLook >= options.LeastBytes)
            {
                sinceLook = 0;
                patience.CancelAfter(options.Patience);
            }

            observer.Advance(new DownloadProgress(request.Name, done, total));
        }

        if (done != (total ?? done))
        {
            throw new OriginException($"ended after {done} of {total} bytes") { IsPassing = true };
        }
    }

    // A full disk must not look like a broken connection, which is an IOException as well.
    private void Write(FileStream file, ReadOnlySpan<byte> bytes)
    {
        try
        {
            file.Write(bytes);
            file.Flush();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(part.Path, $"cannot be written ({e.Message}); free space and call again.", e);
        }
    }

    private void CheckSize(long? bytes, bool isWhole = true)
    {
        long most = request.Size ?? request.Limit;
        if (bytes > most || (isWhole && bytes is not null && request.Size is { } size && bytes != size))
        {
            part.Drop();
            string expected = request.Size is null ? $"at most {most}" : $"{most}";
            throw new OriginException($"has another file: {bytes}{(isWhole ? "" : " or more")} bytes, not {expected}");
        }
    }

    private void CheckRoom(long bytes)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(part.Path)) ?? part.Path;
        long free = new DriveInfo(folder).AvailableFreeSpace;
        if (free < bytes)
        {
            throw new DataFileException(
                folder,
                $"has {ByteSize.Text(free)} free, and {request.Name} needs {ByteSize.Text(bytes)} more; free space or "
                + "choose another folder.");
        }
    }

    private static async Task<byte[]> StartOfAsync(HttpResponseMessage answer, CancellationToken patience)
    {
        byte[] start = new byte[WebPage.Prefix];
        using Stream body = await answer.Content.ReadAsStreamAsync(patience).ConfigureAwait(false);
        int count = await body.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, patience)
            .ConfigureAwait(false);
        return start[..count];
    }
}
