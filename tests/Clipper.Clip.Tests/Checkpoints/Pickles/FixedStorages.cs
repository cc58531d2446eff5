using Clipper.Clip.Checkpoints;
using Clipper.Clip.Checkpoints.Pickles;
using Clipper.Core.Errors;

namespace Clipper.Clip.Tests.Checkpoints.Pickles;

/// <summary>An archive whose every storage has the same number of bytes.</summary>
internal sealed class FixedStorages(long bytes) : IStorageSource
{
    public TorchStorage Find(string key, TensorType type, long elements) =>
        (Int128)elements * type.Bits() / 8 <= bytes
            ? new TorchStorage(key, type, elements, 0)
            : throw new DataFileException("w.pt", $"storage '{key}' has {bytes} bytes");
}
