namespace Clipper.Clip.Checkpoints.Pickles;

/// <summary>A name that a pickle may refer to. It is a label only: nothing is looked up by it, nothing is
/// called.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Element">Element type of a storage.</param>
internal sealed record PickleGlobal(PickleGlobalKind Kind, TensorType Element = default)
{
    private const string StorageEnding = "Storage";

    private static readonly PickleGlobal Dictionary = new(PickleGlobalKind.OrderedDictionary);
    private static readonly PickleGlobal Rebuild = new(PickleGlobalKind.RebuildTensor);
    private static readonly PickleGlobal RebuildParameter = new(PickleGlobalKind.RebuildParameter);
    private static readonly PickleGlobal Module = new(PickleGlobalKind.ScriptModule);
    private static readonly PickleGlobal Reconstruct = new(PickleGlobalKind.ReconstructArray);
    private static readonly PickleGlobal NumpyArray = new(PickleGlobalKind.NumpyArray);
    private static readonly PickleGlobal ElementType = new(PickleGlobalKind.ElementType);

    private static readonly (string Name, TensorType Element)[] Storages =
    [
        ("Bool", TensorType.Bool), ("Byte", TensorType.U8), ("Char", TensorType.I8), ("Short", TensorType.I16),
        ("Int", TensorType.I32), ("Long", TensorType.I64), ("Half", TensorType.F16), ("BFloat16", TensorType.BF16),
        ("Float", TensorType.F32), ("Double", TensorType.F64),
    ];

    /// <summary>What the name stands for, or null where it is not known.</summary>
    /// <param name="module">Python's module.</param>
    /// <param name="name">Its member.</param>
    /// <param name="dialect">What the pickle may be made of; classes of TorchScript are plain bags of
    /// attributes.</param>
    public static PickleGlobal? Find(string module, string name, PickleDialect dialect) =>
        dialect == PickleDialect.ByteArrays ? OfArrays(module, name)
            : OfTensors(module, name, dialect == PickleDialect.ScriptModules);

    private static PickleGlobal? OfArrays(string module, string name) => (module, name) switch
    {
        ("numpy.core.multiarray" or "numpy._core.multiarray", "_reconstruct") => Reconstruct,
        ("numpy", "ndarray") => NumpyArray,
        ("numpy", "dtype") => ElementType,
        _ => null,
    };

    private static PickleGlobal? OfTensors(string module, string name, bool isScript) => (module, name) switch
    {
        ("collections", "OrderedDict") => Dictionary,
        ("torch._utils", "_rebuild_tensor_v2") => Rebuild,
        ("torch._utils", "_rebuild_parameter") => RebuildParameter,
        ("torch" or "torch.storage", _) when name.EndsWith(StorageEnding, StringComparison.Ordinal) =>
            Storage(name[..^StorageEnding.Length]),
        _ => isScript && (module == "__torch__" || module.StartsWith("__torch__.", StringComparison.Ordinal))
            ? Module : null,
    };

    private static PickleGlobal? Storage(string name)
    {
        int found = Array.FindIndex(Storages, storage => storage.Name == name);
        return found < 0 ? null : new PickleGlobal(PickleGlobalKind.Storage, Storages[found].Element);
    }
}
