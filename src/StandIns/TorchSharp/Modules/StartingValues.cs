using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>How PyTorch fills the parameters of linear and convolution layers at first.</summary>
internal static class StartingValues
{
    /// <summary>Uniform within ±√(1 / fan-in): Kaiming's rule with a = √5.</summary>
    internal static Parameter Weight(long[] shape, Device? device, ScalarType? type)
    {
        var weight = new Parameter(empty(shape, type, device));
        nn.init.kaiming_uniform_(weight, Math.Sqrt(5));
        return weight;
    }

    /// <summary>Uniform within ±1/√(fan-in of the weight).</summary>
    internal static Parameter Bias(Parameter weight, Device? device, ScalarType? type)
    {
        var bias = new Parameter(empty(weight.size(0), type, device));
        var fanIn = nn.init.FanOf(weight).In;
        var bound = fanIn > 0 ? 1 / Math.Sqrt(fanIn) : 0;
        nn.init.Uniform(bias, -bound, bound);
        return bias;
    }
}
