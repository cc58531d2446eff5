using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Conversions between tensors and managed values.</summary>
public static partial class TensorExtensionMethods
{
    /// <summary>Copies an array, row-major, into a tensor of the given shape.</summary>
    public static Tensor ToTensor<T>(
        this T[] rawArray, long[] dimensions, bool doCopy = false, bool requires_grad = false)
    {
        Array array = rawArray;
        using var flat = from_array(array);
        return new TensorOptions(null, null, requires_grad).Apply(flat.reshape(dimensions));
    }

    /// <summary>A tensor of no dimensions that holds one value.</summary>
    /// <exception cref="ArgumentException">Gradients were asked for of a whole number.</exception>
    public static Tensor ToTensor<T>(this T scalar, Device? device = null, bool requires_grad = false)
        where T : struct
    {
        if (requires_grad && !ElementTypes.IsFloatingPoint(ElementTypes.Of(typeof(T))))
        {
            throw new ArgumentException("Only floating point types support gradients.", nameof(requires_grad));
        }

        using var one = from_array(new[] { scalar }, device);
        return new TensorOptions(null, device, requires_grad).Apply(one.reshape());
    }

    /// <summary>The value of a tensor of one element.</summary>
    public static float ToSingle(this Tensor value)
    {
        using var single = value.to(ScalarType.Float32, CPU);
        return single.item<float>();
    }
}
