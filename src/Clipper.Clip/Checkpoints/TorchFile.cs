using Clipper.Clip.Checkpoints.Pickles;
using Clipper.Clip.Files;
using Clipper.Core.Errors;

namespace Clipper.Clip.Checkpoints;

/// <summary>Tensors of an archive of <c>torch.save</c> (PyTorch 1.6 and later) or of TorchScript. The file is mapped,
/// never unpacked, and nothing in it is run (docs/formats.md, "PyTorch archives"). Reading is thread-safe.</summary>
public sealed class TorchFile : TensorFile
{
    private readonly FileMap _map;
    private readonly IReadOnlyDictionary<string, TorchTensor> _views;
    private readonly Dictionary<string, TensorEntry> _entries = new(StringComparer.Ordinal);
    private readonly bool _isScript;

    private TorchFile(string path, FileMap map)
    {
        Path = path;
        _map = map;
        var archive = new TorchArchive(path, map);
        _isScript = archive.IsScript;
        _views = TensorNames.Of(path, archive.ReadPickle());
        foreach (var (name, view) in _views)
        {
            long length = view.Count * view.ElementSize;
            _entries.Add(name, new TensorEntry(name, view.Storage.Type, view.Shape, view.Start, length));
        }
    }

    /// <inheritdoc />
    public override string Path { get; }

    /// <inheritdoc />
    public override string Container => _isScript ? "torchscript" : "torch.save";

    /// <inheritdoc />
    public override IReadOnlyDictionary<string, TensorEntry> Tensors => _entries;

    /// <summary>Maps and checks the file.</summary>
    /// <exception cref="DataFileException">Missing, damaged, of the format before PyTorch 1.6, or a pickle of anything
    /// but tensors.</exception>
    public static TorchFile Open(string path)
    {
        var info = new FileInfo(path);
        if (!info.Exists || info.Length == 0)
        {
            throw new DataFileException(path, info.Exists ? "is empty." : "the weights file does not exist.");
        }

        var map = FileMap.Open(path, info.Length);
        try
        {
            ThrowIfLegacy(path, map);
            return new TorchFile(path, map);
        }
        catch
        {
            map.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public override ReadOnlySpan<byte> Bytes(string name)
    {
        int length = (int)Readable(name).Length;
        var view = _views[name];
        if (length == 0 || view.IsContiguous)
        {
            return _map.Slice(view.Start, length);
        }

        var storage = _map.Slice(view.Start, (int)((view.Storage.Elements - view.Offset) * view.ElementSize));
        var bytes = new byte[length];
        view.Gather(storage, bytes);
        return bytes;
    }

    /// <inheritdoc />
    public override string ComputeSha256() => _map.ComputeSha256();

    /// <inheritdoc />
    protected override void Close() => _map.Dispose();

    // A bare pickle (its protocol opcode, then the magic number as LONG1), or a tar of the first versions.
    private static void ThrowIfLegacy(string path, FileMap map)
    {
        const int TarMagicAt = 257;
        var head = map.Slice(0, (int)Math.Min(map.Length, 512));
        bool isTar = head.Length >= TarMagicAt + 5 && head[TarMagicAt..].StartsWith("ustar"u8);
        if (isTar || head[0] == 0x80)
        {
            throw new DataFileException(
                path,
                "is of torch.save's format before PyTorch 1.6, which is not read. Save it again with a current "
                + "PyTorch: torch.save(torch.load('old.pt', weights_only=True), 'new.pt').");
        }
    }
}
