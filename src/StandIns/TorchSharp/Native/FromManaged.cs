using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Native;

/// <summary>Tensors that hold a copy of managed data.</summary>
internal static class FromManaged
{
    internal static Tensor Scalar<T>(T value, TensorOptions options)
        where T : unmanaged =>
        Span([value], [], options);

    internal static Tensor Array<T>(IList<T> data, ReadOnlySpan<long> shape, TensorOptions options)
        where T : unmanaged =>
        data switch
        {
            T[] array => Span(array, shape, options),
            List<T> list => Span(CollectionsMarshal.AsSpan(list), shape, options),
            _ => Span(data.ToArray(), shape, options),
        };

    /// <exception cref="ArgumentException">The shape does not hold as many elements as the data.</exception>
    internal static Tensor Span<T>(ReadOnlySpan<T> data, ReadOnlySpan<long> shape, TensorOptions options)
        where T : unmanaged
    {
        options.RefuseNames();
        RequireCount(data.Length, shape);
        var ofType = new TensorOptions(ElementTypes.Of(typeof(T)), null, false);
        var plain = Fresh.Make("empty.memory_format", shape, ofType);
        unsafe
        {
            data.CopyTo(new Span<T>((void*)plain.DataPointer(), data.Length));
        }

        return options.Apply(Converted(plain, options));
    }

    private static Tensor Converted(Tensor plain, TensorOptions options)
    {
        var type = options.Dtype ?? plain.dtype;
        var device = options.Device ?? CPU;
        return type == plain.dtype && device.type == DeviceType.CPU
            ? plain
            : plain.to(type, device, disposeAfter: true);
    }

    private static void RequireCount(long count, ReadOnlySpan<long> shape)
    {
        var elements = 1L;
        foreach (var length in shape) elements = checked(elements * length);
        if (elements != count)
        {
            throw new ArgumentException(
                $"mismatched total size creating a tensor from an array: {elements} vs. {count}");
        }
    }
}
