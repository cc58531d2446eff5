namespace Clipper.Bench.Downloads;

/// <summary>Is told what happens while files are fetched.</summary>
public interface IDownloadObserver
{
    /// <summary>More bytes came.</summary>
    void Advance(DownloadProgress progress);

    /// <summary>Something happened that explains a delay: a retry, another origin, a lock that is waited for.</summary>
    void Note(string line);
}
