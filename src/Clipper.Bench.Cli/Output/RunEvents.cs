using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Clipper.Bench.Embeddings;
using Clipper.Bench.Runs;

namespace Clipper.Bench.Cli.Output;

/// <summary>Tells a program on stderr what a run does: one JSON object a line (docs/formats.md, "Events"). With --quiet
/// failures and warnings alone.</summary>
internal sealed class RunEvents(Terminal terminal, string run, TimeProvider time) : IRunObserver
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock _lock = new();
    private readonly long _start = time.GetTimestamp();
    private long _told;
    private int _cells;
    private int _done;
    private int _failed;

    /// <inheritdoc />
    public void Planned(int cells, int reused)
    {
        _cells = cells;
        _done = reused;
        Tell("planned", json =>
        {
            json.WriteNumber("cells", cells);
            json.WriteNumber("reused", reused);
        });
    }

    /// <inheritdoc />
    public void Embedding(EmbeddingProgress progress)
    {
        long now = time.GetTimestamp();
        bool isDue = progress.Done == 0 || progress.Done == progress.Total
            || time.GetElapsedTime(Interlocked.Read(ref _told), now) >= Pause;
        if (isDue)
        {
            Interlocked.Exchange(ref _told, now);
            Tell("embedding", json => Write(json, progress.Dataset, progress.Model, progress.Done, progress.Total));
        }
    }

    /// <inheritdoc />
    public void EmbeddingsCached(string dataset, string model, int rows) =>
        Tell("embeddings-cached", json => Write(json, dataset, model, rows, rows));

    /// <inheritdoc />
    public void CellStarted(string cell) => Tell("cell-started", json => json.WriteString("cell", cell));

    /// <inheritdoc />
    public void CellAdvanced(string cell, int done, int total)
    {
    }

    /// <inheritdoc />
    public void CellFinished(string cell, TimeSpan elapsed) => Tell("cell-finished", json =>
    {
        json.WriteString("cell", cell);
        json.WriteNumber("took", Seconds(elapsed));
        WriteCounts(json, failed: 0);
    });

    /// <inheritdoc />
    public void CellFailed(string cell, Exception error, string reproduce) => Tell("cell-failed", json =>
    {
        json.WriteString("cell", cell);
        json.WriteString("type", error.GetType().FullName);
        json.WriteString("message", error.Message);
        json.WriteString("reproduce", reproduce);
        WriteCounts(json, failed: 1);
    });

    /// <inheritdoc />
    public void Warning(string message) => Tell("warning", json => json.WriteString("message", message));

    private static void Write(Utf8JsonWriter json, string dataset, string model, int done, int total)
    {
        json.WriteString("dataset", dataset);
        json.WriteString("model", model);
        json.WriteNumber("done", done);
        json.WriteNumber("total", total);
    }

    private static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 3);

    private void WriteCounts(Utf8JsonWriter json, int failed)
    {
        _failed += failed;
        json.WriteNumber("done", ++_done);
        json.WriteNumber("failed", _failed);
        json.WriteNumber("cells", _cells);
    }

    // One event at a time, so that the counts rise from line to line.
    private void Tell(string name, Action<Utf8JsonWriter> write)
    {
        lock (_lock)
        {
            using var buffer = new MemoryStream();
            using (var json = new Utf8JsonWriter(buffer, Options))
            {
                json.WriteStartObject();
                json.WriteString("event", name);
                json.WriteString("run", run);
                json.WriteNumber("seconds", Seconds(time.GetElapsedTime(_start)));
                write(json);
                json.WriteEndObject();
            }

            if (!terminal.IsQuiet || name is "warning" or "cell-failed")
            {
                terminal.Error.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
            }
        }
    }
}
