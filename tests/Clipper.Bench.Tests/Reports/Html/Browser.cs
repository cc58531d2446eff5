using System.Diagnostics;
using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Reports.Html;

/// <summary>A headless Chromium that is driven over its DevTools protocol.</summary>
internal sealed class Browser : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(10);

    private static readonly string[] _local = ["file:", "data:"];

    private readonly TemporaryFolder _profile = new();
    private readonly Process _process;
    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _end = new(_patience);
    private int _lastId;

    // A proxy of the environment knows no way to a browser on this machine.
    static Browser() => HttpClient.DefaultProxy = new WebProxy();

    private Browser() => _process = Process.Start(new ProcessStartInfo(
        "chromium",
        [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
            "--disable-extensions", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-breakpad", "--no-default-browser-check", "--disable-default-apps",
            "--remote-debugging-port=0", $"--user-data-dir={_profile.Path}", "about:blank",
        ])
    {
        RedirectStandardError = true,
        RedirectStandardOutput = true,
    }) ?? throw new InvalidOperationException("chromium did not start.");

    /// <summary>What the page asked for and complained about, one entry each.</summary>
    public List<string> Events { get; } = [];

    /// <summary>Starts one with an empty page.</summary>
    public static async Task<Browser> Start()
    {
        var browser = new Browser();
        string port = await browser.Port();
        using var http = new HttpClient();
        JsonNode? page = null;
        while (page is null)
        {
            JsonNode? targets = JsonNode.Parse(await http.GetStringAsync(
                new Uri($"http://127.0.0.1:{port}/json/list"), browser._end.Token));
            page = targets?.AsArray().FirstOrDefault(target => (string?)target?["type"] == "page");
        }

        await browser._socket.ConnectAsync(new Uri((string)page["webSocketDebuggerUrl"]!), browser._end.Token);
        foreach (string domain in new[] { "Page", "Runtime", "Network", "Log" })
        {
            await browser.Send($"{domain}.enable");
        }

        return browser;
    }

    /// <summary>Opens a file and waits until it is loaded.</summary>
    public async Task Open(string path)
    {
        await Send("Page.navigate", new JsonObject { ["url"] = new Uri(path).AbsoluteUri });
        await Until("document.readyState === 'complete' && location.protocol === 'file:'");
    }

    /// <summary>Waits until an expression is true.</summary>
    public async Task Until(string condition)
    {
        while ((await Evaluate(condition)).ToString() != "true")
        {
            await Task.Delay(50, _end.Token);
        }
    }

    /// <summary>The value of an expression.</summary>
    public async Task<JsonNode> Evaluate(string expression)
    {
        JsonNode answer = await Send(
            "Runtime.evaluate", new JsonObject { ["expression"] = expression, ["returnByValue"] = true });
        Assert.True(answer["exceptionDetails"] is null, answer.ToJsonString());
        return answer["result"]?["value"] ?? "undefined";
    }

    /// <summary>Sends a command and waits for its answer; events that come meanwhile are kept.</summary>
    public async Task<JsonNode> Send(string method, JsonObject? parameters = null)
    {
        int id = ++_lastId;
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters ?? [] };
        await _socket.SendAsync(
            JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, _end.Token);
        while (true)
        {
            JsonNode answer = await Receive();
            if ((int?)answer["id"] == id)
            {
                Assert.True(answer["error"] is null, answer.ToJsonString());
                return answer["result"]!;
            }

            Note(answer);
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _end.Dispose();
        try
        {
            _profile.Dispose();
        }
        catch (IOException)
        {
            // A child that is about to end may still write into the profile; a folder left behind fails no test.
        }
    }

    private async Task<string> Port()
    {
        while (await _process.StandardError.ReadLineAsync(_end.Token) is { } line)
        {
            if (line.StartsWith("DevTools listening on ws://", StringComparison.Ordinal))
            {
                _ = _process.StandardError.ReadToEndAsync(_end.Token);
                return line.Split(':')[2].Split('/')[0];
            }
        }

        throw new InvalidOperationException("chromium ended before it listened.");
    }

    private async Task<JsonNode> Receive()
    {
        using var whole = new MemoryStream();
        byte[] part = new byte[1 << 16];
        ValueWebSocketReceiveResult result;
        do
        {
            result = await _socket.ReceiveAsync(part.AsMemory(), _end.Token);
            whole.Write(part.AsSpan(0, result.Count));
        }
        while (!result.EndOfMessage);
        return JsonNode.Parse(whole.ToArray())!;
    }

    // The page itself and the pictures inside it are no requests to anywhere.
    private void Note(JsonNode message)
    {
        string? method = (string?)message["method"];
        if (method is "Network.requestWillBeSent")
        {
            string url = message["params"]?["request"]?["url"]?.ToString() ?? "";
            if (!_local.Any(scheme => url.StartsWith(scheme, StringComparison.Ordinal)))
            {
                Events.Add($"request {url}");
            }
        }
        else if (method is "Runtime.exceptionThrown" or "Runtime.consoleAPICalled" or "Log.entryAdded")
        {
            Events.Add(message.ToJsonString());
        }
    }
}
