using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The moments of every parameter of an Adam or AdamW optimiser, made at a parameter's first step.</summary>
internal sealed class AdamState(AdamSettings settings, int parameters) : IDisposable
{
    private readonly AdamMoments?[] _moments = new AdamMoments?[parameters];

    /// <summary>Moves parameter number <paramref name="index"/> by one step.</summary>
    public void Step(int index, Parameter parameter, Tensor gradient, double rate) =>
        (_moments[index] ??= new AdamMoments(parameter, settings)).Step(parameter, gradient, rate);

    public void Dispose()
    {
        foreach (var moments in _moments) moments?.Dispose();
    }
}
