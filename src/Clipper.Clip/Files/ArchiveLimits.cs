namespace Clipper.Clip.Files;

/// <summary>What an archive may claim before it is taken for a decompression bomb.</summary>
/// <param name="EntryBytes">Largest file.</param>
/// <param name="TotalBytes">All files together.</param>
/// <param name="Ratio">Largest content / packed length of a file of more than a mebibyte; no image comes near.</param>
/// <param name="Entries">Headers of a TAR archive (a ZIP archive's are bounded by its directory).</param>
public sealed record ArchiveLimits(
    long EntryBytes = 1L << 30, long TotalBytes = 1L << 42, int Ratio = 200, int Entries = 1 << 24)
{
    /// <summary>Files up to this size are not held to <see cref="Ratio"/>.</summary>
    public const long FreeBytes = 1 << 20;
}
