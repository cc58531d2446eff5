namespace Clipper.Clip.Checkpoints.Pickles;

/// <summary>A NumPy array of bytes, which a pickle makes empty and fills afterwards.</summary>
internal sealed class PickledArray
{
    /// <summary>Row-major values.</summary>
    public ReadOnlyMemory<byte> Values { get; private set; }

    /// <summary>Length of every dimension; null until it is filled.</summary>
    public IReadOnlyList<long>? Shape { get; private set; }

    /// <summary>Fills it from NumPy's state (version, shape, dtype, is Fortran order, bytes); false where that is not
    /// the state of an array of bytes.</summary>
    public bool TryFill(object state)
    {
        if (state is not object[] fields
            || fields is not [1L, object[] shape, PickleGlobal { Kind: PickleGlobalKind.ByteType }, false,
                PickledBytes bytes]
            || !Array.TrueForAll(shape, length => length is >= 0L))
        {
            return false;
        }

        Int128 count = 1;
        foreach (object length in shape)
        {
            count = Int128.Min(count * (long)length, long.MaxValue);
        }

        (Values, Shape) = (bytes.Value, [.. shape.Select(length => (long)length)]);
        return count == bytes.Value.Length;
    }
}
