using System.Collections;
using static TorchSharp.torch;

namespace TorchSharp.Utils;

/// <summary>Reads the elements of a tensor in CPU memory, in row-major order whatever its strides.</summary>
public sealed class TensorAccessor<T> : IDisposable, IEnumerable<T>
    where T : unmanaged
{
    private readonly Tensor _tensor;

    internal TensorAccessor(Tensor tensor) => _tensor = tensor;

    /// <summary>Number of elements.</summary>
    public long Count => _tensor.NumberOfElements;

    public T[] ToArray()
    {
        var array = new T[Count];
        CopyTo(array);
        return array;
    }

    /// <summary>Copies from element <paramref name="tensorIndex"/> on, as many as there are and fit.</summary>
    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) =>
        CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    /// <inheritdoc cref="CopyTo(T[], int, long)"/>
    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tensorIndex);
        var target = array[arrayIndex..];
        var length = (int)Math.Min(Math.Max(0, Count - tensorIndex), target.Length);
        if (IsPlain)
        {
            Read(_tensor, tensorIndex, target[..length]);
            return;
        }

        using var rows = _tensor.cpu();
        using var plain = rows.contiguous();
        Read(plain, tensorIndex, target[..length]);
    }

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)ToArray()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Does nothing: the tensor belongs to its owner.</summary>
    public void Dispose()
    {
    }

    private bool IsPlain => _tensor.device.type == DeviceType.CPU && _tensor.is_contiguous();

    private static unsafe void Read(Tensor plain, long start, Span<T> target)
    {
        new ReadOnlySpan<T>((T*)plain.DataPointer() + start, target.Length).CopyTo(target);
        GC.KeepAlive(plain);
    }
}
