using TorchSharp.Modules;
using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// Running moments of one parameter's gradient, and Adam's step by them (Kingma and Ba 2015, algorithm 1):
/// θ −= lr · m̂ / (√v̂ + eps), with the biases of both moments corrected.
/// </summary>
internal sealed class AdamMoments : IDisposable
{
    private readonly AdamSettings _settings;
    private readonly Tensor _first;
    private readonly Tensor _second;
    private readonly Tensor? _largestSecond;
    private int _steps;

    internal AdamMoments(Parameter parameter, AdamSettings settings)
    {
        _settings = settings;
        _first = Zeros(parameter);
        _second = Zeros(parameter);
        _largestSecond = settings.AmsGrad ? Zeros(parameter) : null;
    }

    internal void Step(Parameter parameter, Tensor gradient, double rate)
    {
        _steps++;
        _first.mul_(_settings.Beta1).add_(gradient, 1 - _settings.Beta1);
        Aten.InPlace("addcmul_", _second.mul_(_settings.Beta2), gradient, gradient, 1 - _settings.Beta2);
        var denominator = SecondMoment().sqrt().div_(Math.Sqrt(Correction(_settings.Beta2))).add_(_settings.Eps);
        Aten.InPlace("addcdiv_", parameter, _first, denominator, -rate / Correction(_settings.Beta1));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _first.Dispose();
        _second.Dispose();
        _largestSecond?.Dispose();
    }

    private static Tensor Zeros(Parameter parameter) => Aten.One("zeros_like", parameter).DetachFromDisposeScope();

    private Tensor SecondMoment()
    {
        if (_largestSecond is null) return _second;
        using var larger = _largestSecond.max(_second);
        return _largestSecond.copy_(larger);
    }

    private double Correction(double beta) => 1 - Math.Pow(beta, _steps);
}
