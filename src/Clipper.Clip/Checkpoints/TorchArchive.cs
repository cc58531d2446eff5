using Clipper.Clip.Checkpoints.Pickles;
using Clipper.Clip.Files;
using Clipper.Core.Errors;

namespace Clipper.Clip.Checkpoints;

/// <summary>The members of a ZIP archive of PyTorch's, located in the mapped file. What is read must be stored, not
/// deflated; the code of TorchScript, deflated, is never opened.</summary>
internal sealed class TorchArchive : IStorageSource
{
    private const string PickleName = "data.pkl";
    private const int LongestPickle = 1 << 24;

    // Stored members need no room beyond the file, whatever they are; no ratio and no total bounds them.
    private static readonly ArchiveLimits Limits = new(EntryBytes: Array.MaxLength, TotalBytes: long.MaxValue);

    private readonly string _path;
    private readonly FileMap _map;
    private readonly string _root;
    private readonly Dictionary<string, (ZipEntryRecord Record, long Start)> _members = new(StringComparer.Ordinal);

    /// <summary>Locates the members and checks that they lie apart.</summary>
    /// <exception cref="DataFileException">No such archive, damaged or hostile.</exception>
    public TorchArchive(string path, FileMap map)
    {
        _path = path;
        _map = map;
        LocateAll(ZipDirectory.Read(path, Limits));
        string[] pickles = [.. _members.Keys.Where(name => name.Split('/') is [_, PickleName])];
        _root = pickles.Length == 1
            ? pickles[0][..^PickleName.Length]
            : throw Wrong($"has {pickles.Length} members FOLDER/{PickleName}, expected one: it is not an archive of "
                + "PyTorch's");
        CheckByteOrder();
    }

    /// <summary>Whether it is TorchScript rather than torch.save.</summary>
    public bool IsScript => _members.ContainsKey(_root + "constants.pkl");

    /// <summary>Reads the pickle.</summary>
    /// <exception cref="DataFileException">Too large, or <see cref="PickleReader"/> refuses it.</exception>
    public object ReadPickle()
    {
        var (record, start) = Stored(_root + PickleName);
        return record.Length <= LongestPickle
            ? PickleReader.Read(_path, _map.Slice(start, (int)record.Length).ToArray(), this,
                IsScript ? PickleDialect.ScriptModules : PickleDialect.Tensors)
            : throw Wrong($"has a pickle of {record.Length} bytes; at most {LongestPickle} are read");
    }

    /// <inheritdoc />
    public TorchStorage Find(string key, TensorType type, long elements)
    {
        var (record, start) = Stored($"{_root}data/{key}");
        return (Int128)elements * type.Bits() / 8 == record.Length
            ? new TorchStorage(key, type, elements, start)
            : throw Wrong($"states {elements} elements of {type.Name()} for storage '{record.Name}', which has "
                + $"{record.Length} bytes");
    }

    // From the last to the first, so that the end of each is the start of the one behind it.
    private void LocateAll(IReadOnlyList<ZipEntryRecord> records)
    {
        long end = _map.Length;
        foreach (var record in records.OrderByDescending(record => record.HeaderStart))
        {
            long start = ZipLocalHeader.ContentStart(
                _map.Slice(record.HeaderStart, ZipLocalHeader.Length), record.HeaderStart)
                ?? throw Wrong($"has a damaged local header for '{record.Name}'");
            if (start > end - record.PackedLength)
            {
                throw Wrong($"has a member '{record.Name}' that overlaps another or lies outside the file");
            }

            _members.Add(record.Name, (record, start));
            end = record.HeaderStart;
        }
    }

    private (ZipEntryRecord Record, long Start) Stored(string name)
    {
        if (!_members.TryGetValue(name, out var member))
        {
            throw Wrong($"has no member '{PickleObjects.Printable(name)}'");
        }

        return !member.Record.IsDeflated && member.Record.PackedLength == member.Record.Length
            ? member
            : throw Wrong($"has a packed member '{name}'; PyTorch stores tensors as they are");
    }

    private void CheckByteOrder()
    {
        if (!_members.ContainsKey(_root + "byteorder"))
        {
            return;
        }

        var (record, start) = Stored(_root + "byteorder");
        if (record.Length != 6 || !_map.Slice(start, 6).SequenceEqual("little"u8))
        {
            throw Wrong("was written on a big-endian machine; save it again on a little-endian one");
        }
    }

    private DataFileException Wrong(string problem) => new(_path, $"{problem}. Fetch the file again.");
}
