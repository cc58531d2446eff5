using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Clipper.Clip.Models.Weights;

/// <summary>Fills a module's parameters from their source, straight into the tensors' memory.</summary>
internal static class ParameterFilling
{
    /// <summary>Fills every parameter of the module.</summary>
    /// <exception cref="InvalidOperationException">The module has other parameters than the shape says.</exception>
    public static void Fill(nn.Module module, ITowerShape shape, ITowerWeights weights)
    {
        var left = module.named_parameters()
            .ToDictionary(pair => pair.name, pair => pair.parameter, StringComparer.Ordinal);
        foreach (var (parameter, _) in shape.Parameters())
        {
            if (!left.Remove(parameter.Name, out var tensor))
            {
                throw new InvalidOperationException($"The module has no parameter {parameter.Name}.");
            }

            FillOne(tensor, parameter, weights);
        }

        if (left.Count > 0)
        {
            throw new InvalidOperationException($"Nothing fills {left.Keys.Order(StringComparer.Ordinal).First()}.");
        }
    }

    private static void FillOne(Tensor tensor, TowerParameter parameter, ITowerWeights weights)
    {
        if (tensor.device.type == DeviceType.CPU && tensor.dtype == ScalarType.Float32)
        {
            weights.Read(parameter, MemoryMarshal.Cast<byte, float>(tensor.bytes));
            return;
        }

        using var staging = empty(tensor.shape);
        weights.Read(parameter, MemoryMarshal.Cast<byte, float>(staging.bytes));
        using var noGrad = no_grad();
        tensor.copy_(staging);
    }
}
