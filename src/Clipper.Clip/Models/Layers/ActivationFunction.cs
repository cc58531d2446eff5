using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;
using Tensor = TorchSharp.torch.Tensor;

namespace Clipper.Clip.Models.Layers;

/// <summary>The activations of an MLP. Where no gradients are recorded the argument is overwritten.</summary>
internal static class ActivationFunction
{
    private const float Steepness = 1.702f;

    // Fits the first-level cache together with the values that it is computed from.
    private const int Chunk = 2048;

    /// <summary>The activation of every element; <paramref name="x"/> must not be used afterwards.</summary>
    public static Tensor Apply(Activation activation, Tensor x)
    {
        if (activation == Activation.Gelu)
        {
            return nn.functional.gelu(x, inplace: !is_grad_enabled());
        }

        bool isPlain = x.device.type == DeviceType.CPU && x.dtype == ScalarType.Float32 && x.is_contiguous();
        if (is_grad_enabled() || !isPlain)
        {
            return x.mul(x.mul(Steepness).sigmoid());
        }

        QuickGelu(MemoryMarshal.Cast<byte, float>(x.bytes));
        return x;
    }

    /// <summary>x · σ(1.702 x) in place, in one pass over memory where three torch operators take three.</summary>
    internal static void QuickGelu(Span<float> values)
    {
        Span<float> gate = stackalloc float[Chunk];
        for (int start = 0; start < values.Length; start += Chunk)
        {
            var part = values.Slice(start, Math.Min(Chunk, values.Length - start));
            var scaled = gate[..part.Length];
            TensorPrimitives.Multiply(part, Steepness, scaled);
            TensorPrimitives.Sigmoid(scaled, scaled);
            TensorPrimitives.Multiply(part, scaled, part);
        }
    }
}
