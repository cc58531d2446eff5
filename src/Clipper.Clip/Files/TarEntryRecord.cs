namespace Clipper.Clip.Files;

/// <summary>A file of a TAR archive.</summary>
/// <param name="Name">Path inside the archive, without a leading <c>./</c>.</param>
/// <param name="Start">Where its content starts; the block before it is its header.</param>
/// <param name="Length">Bytes of the content.</param>
public sealed record TarEntryRecord(string Name, long Start, long Length);
