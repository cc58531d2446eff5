using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Clipper.Testing;

/// <summary>A web server on the loopback interface whose answers a test writes, one connection a request.</summary>
public sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly ConcurrentQueue<LoopbackRequest> _requests = new();
    private readonly Action<LoopbackRequest, LoopbackReply> _answer;
    private readonly Task _loop;

    // A proxy of the environment knows no way to this machine's loopback.
    static LoopbackServer() => HttpClient.DefaultProxy = new WebProxy();

    /// <summary>Starts it.</summary>
    public LoopbackServer(Action<LoopbackRequest, LoopbackReply> answer)
    {
        _answer = answer;
        _listener.Start();
        _loop = Task.Run(AcceptAsync);
    }

    /// <summary>What was asked so far.</summary>
    public IReadOnlyList<LoopbackRequest> Requests => [.. _requests];

    /// <summary>Its address with a path.</summary>
    public Uri Address(string path = "") => new($"http://{_listener.LocalEndpoint}/{path}");

    /// <inheritdoc />
    public void Dispose()
    {
        _closing.Cancel();
        _loop.Wait();
        _listener.Dispose();
        _closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(_closing.Token);
                open.Add(Task.Run(() => Serve(client)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(open);
        }
    }

    private void Serve(TcpClient client)
    {
        using (client)
        {
            using NetworkStream stream = client.GetStream();
            try
            {
                if (Read(stream) is { } request)
                {
                    _requests.Enqueue(request);
                    _answer(request, new LoopbackReply(stream, _closing.Token));
                }
            }
            catch (IOException)
            {
                // The client hung up, which some of these tests are about.
            }
        }
    }

    private LoopbackRequest? Read(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        if (reader.ReadLine() is not { } first)
        {
            return null;
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            string[] parts = line.Split(':', 2);
            headers[parts[0]] = parts[1].Trim();
        }

        return new LoopbackRequest(_requests.Count + 1, first.Split(' ')[1], headers);
    }
}
