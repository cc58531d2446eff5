using Clipper.Bench.Downloads;

namespace Clipper.Bench.Tests.Downloads;

/// <summary>Remembers what it is told.</summary>
internal sealed class RecordingDownloads : IDownloadObserver
{
    private readonly List<DownloadProgress> _progress = [];
    private readonly List<string> _notes = [];

    public IReadOnlyList<DownloadProgress> Progress => _progress;

    public IReadOnlyList<string> Notes => _notes;

    public void Advance(DownloadProgress progress) => _progress.Add(progress);

    public void Note(string line) => _notes.Add(line);
}
