using Clipper.Core.Errors;

namespace Clipper.Clip.Checkpoints.Pickles;

/// <summary>Makes the few objects that a pickle of tensors or byte arrays is made of.</summary>
/// <param name="input">For errors.</param>
/// <param name="storages">Where storages are.</param>
internal sealed class PickleObjects(PickleInput input, IStorageSource storages)
{
    private const int LongestText = 200;

    private static readonly PickleGlobal ByteType = new(PickleGlobalKind.ByteType);

    /// <summary>What REDUCE stands for.</summary>
    /// <exception cref="DataFileException">A call that makes neither tensor nor array.</exception>
    public object Call(PickleGlobal global, object[] arguments) => (global.Kind, arguments) switch
    {
        (PickleGlobalKind.OrderedDictionary, []) => new PickleDictionary(isModule: false),
        (PickleGlobalKind.RebuildTensor, [TorchStorage storage, long offset, object[] shape, object[] strides, ..]) =>
            Tensor(storage, offset, Lengths(shape), Lengths(strides)),
        (PickleGlobalKind.RebuildParameter, [TorchTensor tensor, ..]) => tensor,
        (PickleGlobalKind.ReconstructArray,
            [PickleGlobal { Kind: PickleGlobalKind.NumpyArray }, object[], PickledBytes]) => new PickledArray(),
        (PickleGlobalKind.ElementType, [PickledBytes { Text: "u1" or "|u1" } or "u1" or "|u1", ..]) => ByteType,
        _ => throw input.Refused($"calls {global.Kind} with {arguments.Length} arguments that it does not take"),
    };

    /// <summary>What NEWOBJ stands for: an empty module.</summary>
    /// <exception cref="DataFileException">No module, or arguments.</exception>
    public object New(PickleGlobal global, object[] arguments) => (global.Kind, arguments) switch
    {
        (PickleGlobalKind.ScriptModule, []) => new PickleDictionary(isModule: true),
        _ => throw input.Refused($"creates {global.Kind}; only modules of TorchScript are created"),
    };

    /// <summary>What BUILD stands for: the attributes of a module. Those of a dictionary (<c>_metadata</c>) say nothing
    /// about tensors and are left out. An array is filled; the byte order of bytes says nothing.</summary>
    /// <exception cref="DataFileException">None of them, or no fitting state.</exception>
    public void Build(object target, object state)
    {
        if (target is PickledArray { Shape: null } array)
        {
            if (!array.TryFill(state))
            {
                throw input.Refused("fills an array with what is no array of bytes");
            }

            return;
        }

        if (target is PickleGlobal { Kind: PickleGlobalKind.ByteType } && state is object[])
        {
            return;
        }

        if (target is not PickleDictionary dictionary || state is not PickleDictionary { IsModule: false } attributes)
        {
            throw input.Refused("sets the state of what is neither a dictionary nor a module");
        }

        if (dictionary.IsModule)
        {
            dictionary.Take(attributes);
        }
    }

    /// <summary>What BINPERSID stands for: ('storage', type, key, place, number of elements).</summary>
    /// <exception cref="DataFileException">Anything else.</exception>
    public TorchStorage Storage(object id) =>
        id is object[] and ["storage", PickleGlobal { Kind: PickleGlobalKind.Storage } type, string key, string, long n]
            && n >= 0
            ? storages.Find(key, type.Element, n)
            : throw input.Refused("has a persistent id that is no storage");

    /// <summary>Text of a file as an error may show it.</summary>
    public static string Printable(string text) =>
        new([.. text.Take(LongestText).Select(c => char.IsControl(c) ? '?' : c)]);

    private TorchTensor Tensor(TorchStorage storage, long offset, long[] shape, long[] strides) =>
        TorchTensor.Problem(storage, offset, shape, strides) is { } problem
            ? throw input.Refused($"has a tensor that {problem}")
            : new TorchTensor(storage, offset, shape, strides);

    private long[] Lengths(object[] values) =>
        Array.TrueForAll(values, value => value is long)
            ? Array.ConvertAll(values, value => (long)value)
            : throw input.Refused("has a tensor whose shape or strides are no integers");
}
