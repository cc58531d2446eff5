namespace Clipper.Bench.Downloads;

/// <summary>A file that is whole and checked.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="Sha256">Its lower-case hexadecimal SHA-256, computed from the disk.</param>
/// <param name="WasThere">Whether it was there before, so that nothing was fetched.</param>
public sealed record DownloadedFile(string Path, long Size, string Sha256, bool WasThere);
