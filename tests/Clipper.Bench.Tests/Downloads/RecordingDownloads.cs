using System.Collections.Concurrent;
using Clipper.Bench.Downloads;

namespace Clipper.Bench.Tests.Downloads;

/// <summary>Remembers what it is told, by any number of downloads at a time.</summary>
internal sealed class RecordingDownloads : IDownloadObserver
{
    private readonly ConcurrentQueue<DownloadProgress> _progress = [];
    private readonly ConcurrentQueue<string> _notes = [];

    public IReadOnlyList<DownloadProgress> Progress => [.. _progress];

    public IReadOnlyList<string> Notes => [.. _notes];

    public void Advance(DownloadProgress progress) => _progress.Enqueue(progress);

    public void Note(string line) => _notes.Enqueue(line);
}
