using Clipper.Core.Errors;

namespace Clipper.Clip.Checkpoints.Pickles;

/// <summary>Finds the storages that a pickle names.</summary>
internal interface IStorageSource
{
    /// <summary>The storage of that key.</summary>
    /// <exception cref="DataFileException">There is none, or it has another size.</exception>
    TorchStorage Find(string key, TensorType type, long elements);
}
