namespace Clipper.Clip.Checkpoints.Pickles;

/// <summary>What a pickle may be made of. Each knows its own globals and opcodes and refuses the others'.</summary>
internal enum PickleDialect
{
    /// <summary>Tensors, as <c>torch.save</c> writes them.</summary>
    Tensors,

    /// <summary>Tensors in modules of TorchScript.</summary>
    ScriptModules,

    /// <summary>NumPy arrays of bytes in dictionaries and lists, as Python 2 writes them, and NumPy up
    /// to protocol 4.</summary>
    ByteArrays,
}
