using Clipper.Bench.Downloads;

namespace Clipper.Bench.Cli.Output;

/// <summary>Shows downloads in megabytes (1 MB = 1,048,576 bytes, rounded up, so that the last one is whole).</summary>
internal sealed class DownloadDisplay(IProgressDisplay display) : IDownloadObserver
{
    private const long Megabyte = 1 << 20;

    /// <inheritdoc />
    public void Advance(DownloadProgress progress)
    {
        if (progress.Total is { } total)
        {
            display.Advance($"fetch {progress.Name}", Megabytes(progress.Done), Megabytes(total), "MB");
        }
    }

    /// <inheritdoc />
    public void Note(string line) => display.Note(line);

    private static int Megabytes(long bytes) => (int)((bytes + Megabyte - 1) / Megabyte);
}
