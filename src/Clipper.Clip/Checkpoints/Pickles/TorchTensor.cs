namespace Clipper.Clip.Checkpoints.Pickles;

/// <summary>A view of a storage; every element that it names lies in the storage, and it has no more elements than
/// that, so that reading it needs no more memory than the file has bytes.</summary>
/// <param name="Storage">The elements.</param>
/// <param name="Offset">The first element.</param>
/// <param name="Shape">Lengths; empty for a scalar.</param>
/// <param name="Strides">Elements from one index to the next, for each dimension.</param>
internal sealed record TorchTensor(TorchStorage Storage, long Offset, long[] Shape, long[] Strides)
{
    private const int MostDimensions = 16;

    /// <summary>Number of elements.</summary>
    public long Count => Shape.Contains(0) ? 0 : Shape.Aggregate(1L, (product, length) => product * length);

    /// <summary>Bytes of an element.</summary>
    public int ElementSize => Storage.Type.Bits() / 8;

    /// <summary>First byte in the file.</summary>
    public long Start => Storage.Start + (Offset * ElementSize);

    /// <summary>Whether the elements lie in C order without gaps.</summary>
    public bool IsContiguous
    {
        get
        {
            long expected = 1;
            for (int i = Shape.Length - 1; i >= 0; i--)
            {
                if (Shape[i] != 1 && Strides[i] != expected)
                {
                    return false;
                }

                expected *= Shape[i];
            }

            return true;
        }
    }

    /// <summary>What is wrong with such a view, or null.</summary>
    public static string? Problem(TorchStorage storage, long offset, long[] shape, long[] strides)
    {
        if (shape.Length != strides.Length || shape.Length > MostDimensions)
        {
            return $"has {shape.Length} lengths and {strides.Length} strides (as many, at most {MostDimensions})";
        }

        if (offset < 0 || shape.Any(length => length < 0) || strides.Any(stride => stride < 0))
        {
            return "has a negative offset, length or stride";
        }

        // 128 bits hold a product of two longs; the count is held down after every factor.
        Int128 count = 1;
        Int128 last = offset;
        for (int i = 0; i < shape.Length; i++)
        {
            count = shape[i] == 0 || count == 0 ? 0 : Int128.Min(count * shape[i], long.MaxValue);
            last += (Int128)Math.Max(shape[i] - 1, 0) * strides[i];
        }

        bool isOutside = count == 0 ? offset > storage.Elements : last >= storage.Elements;
        return isOutside || count > storage.Elements
            ? $"of shape [{string.Join(", ", shape)}], strides [{string.Join(", ", strides)}] and offset {offset} "
                + $"does not fit a storage of {storage.Elements} elements"
            : null;
    }

    /// <summary>Copies the elements of the storage's bytes in C order.</summary>
    /// <param name="storage">All bytes of the storage from <see cref="Start"/> on.</param>
    /// <param name="target">Count · ElementSize bytes.</param>
    public void Gather(ReadOnlySpan<byte> storage, Span<byte> target)
    {
        int size = ElementSize;
        var index = new long[Shape.Length];
        long from = 0;
        for (int to = 0; to < target.Length; to += size)
        {
            storage.Slice((int)(from * size), size).CopyTo(target[to..]);
            for (int d = Shape.Length - 1; d >= 0; d--)
            {
                from += Strides[d];
                if (++index[d] < Shape[d])
                {
                    break;
                }

                from -= Strides[d] * Shape[d];
                index[d] = 0;
            }
        }
    }
}
