namespace Clipper.Bench.Downloads;

/// <summary>How far a download is.</summary>
/// <param name="Name">Name of the file.</param>
/// <param name="Done">Bytes that are there, those of earlier calls among them.</param>
/// <param name="Total">Bytes of the file; null where neither request nor server says.</param>
public sealed record DownloadProgress(string Name, long Done, long? Total);
