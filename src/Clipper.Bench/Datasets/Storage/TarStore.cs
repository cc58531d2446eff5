using System.Globalization;
using Clipper.Clip.Files;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets.Storage;

/// <summary>The files of a plain TAR archive, read in place from any number of threads. The archive is listed once
/// (<see cref="ArchiveIndex"/>); a TAR has no checksum of contents, so a read checks the header before them.</summary>
internal sealed class TarStore : IArchiveStore
{
    private readonly ArchiveFile _file;
    private readonly Dictionary<string, TarEntryRecord> _entries;

    /// <summary>Opens the archive and lists it.</summary>
    /// <exception cref="DataFileException">Missing, damaged or hostile.</exception>
    public TarStore(string path, DatasetOptions options, ArchiveLimits? limits = null)
    {
        _entries = ArchiveIndex.Of(path, limits ?? new(), options).ToDictionary(e => e.Name, StringComparer.Ordinal);
        _file = new(path);
    }

    /// <inheritdoc />
    public string? Location => _file.Location;

    /// <inheritdoc />
    public IReadOnlyCollection<string> Names => _entries.Keys;

    /// <inheritdoc />
    public string Stamp(string id) =>
        string.Create(CultureInfo.InvariantCulture, $"{_file.Stamp}:{Entry(id).Start}:{Entry(id).Length}");

    /// <inheritdoc />
    public byte[] Read(string id)
    {
        TarEntryRecord entry = Entry(id);
        Span<byte> block = stackalloc byte[TarHeader.BlockLength];
        byte[] bytes = new byte[entry.Length];
        _file.Read(block, entry.Start - TarHeader.BlockLength, id);
        _file.Read(bytes, entry.Start, id);
        return new TarHeader(block).IsSound ? bytes
            : throw _file.Damaged(id, "has another header than when the archive was listed: the archive was changed");
    }

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();

    private TarEntryRecord Entry(string id) =>
        _entries.GetValueOrDefault(id) ?? throw _file.Damaged(id, "is not in the archive");
}
