using System.Globalization;
using System.Text;

namespace Clipper.Testing;

/// <summary>Writes the answer to a request, right or wrong.</summary>
/// <param name="stream">The connection.</param>
/// <param name="closing">Cancelled when the server closes.</param>
public sealed class LoopbackReply(Stream stream, CancellationToken closing)
{
    /// <summary>The head of an answer.</summary>
    public void Head(string status, params string[] headers)
    {
        string lines = string.Concat(headers.Select(header => header + "\r\n"));
        stream.Write(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\n{lines}Connection: close\r\n\r\n"));
    }

    /// <summary>Bytes of a body.</summary>
    public void Body(ReadOnlySpan<byte> bytes) => stream.Write(bytes);

    /// <summary>A whole answer.</summary>
    public void Send(string status, ReadOnlySpan<byte> body, params string[] headers)
    {
        Head(status, [Invariant($"Content-Length: {body.Length}"), .. headers]);
        Body(body);
    }

    /// <summary>A file, or the part that is asked for where <c>If-Range</c> allows it.</summary>
    public void File(LoopbackRequest request, byte[] content, string etag)
    {
        string tag = $"ETag: \"{etag}\"";
        bool isSame = !request.Headers.TryGetValue("If-Range", out string? condition) || condition == $"\"{etag}\"";
        if (request.From == 0 || !isSame)
        {
            Send("200 OK", content, tag);
            return;
        }

        Part(request.From, content, tag);
    }

    /// <summary>The part of a file from a byte on, whatever is asked for.</summary>
    public void Part(int from, byte[] content, params string[] headers) => Send(
        "206 Partial Content",
        content.AsSpan(from),
        [Invariant($"Content-Range: bytes {from}-{content.Length - 1}/{content.Length}"), .. headers]);

    /// <summary>Says nothing more until the server closes.</summary>
    public void Hang() => closing.WaitHandle.WaitOne();

    /// <summary>A byte now and then, until the client has had enough.</summary>
    public void Drip()
    {
        while (!closing.IsCancellationRequested)
        {
            Body("x"u8);
            closing.WaitHandle.WaitOne(10);
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
