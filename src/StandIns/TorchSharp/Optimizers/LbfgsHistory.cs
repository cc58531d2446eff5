using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The last steps and changes of the gradient, which stand for the inverse Hessian (Nocedal 1980).</summary>
internal sealed class LbfgsHistory(long capacity) : IDisposable
{
    private readonly List<(Tensor Step, Tensor Change, double Inverse)> _pairs = [];
    private double _diagonal = 1;

    /// <summary>
    /// Remembers that <paramref name="step"/> changed the gradient by <paramref name="change"/>, both owned from now
    /// on; forgets it at once where the curvature along it is not positive.
    /// </summary>
    internal void Add(Tensor step, Tensor change)
    {
        var curvature = Dot(change, step);
        if (curvature <= 1e-10)
        {
            step.Dispose();
            change.Dispose();
            return;
        }

        if (_pairs.Count == capacity) Forget(0);
        _pairs.Add((step, change, 1 / curvature));
        _diagonal = curvature / Dot(change, change);
    }

    /// <summary>−H · gradient, by the two loops of Nocedal's recursion.</summary>
    internal Tensor Direction(Tensor gradient)
    {
        var direction = gradient.neg();
        var alphas = new double[_pairs.Count];
        for (var i = _pairs.Count - 1; i >= 0; i--)
        {
            var (step, change, inverse) = _pairs[i];
            alphas[i] = Dot(step, direction) * inverse;
            direction.add_(change, -alphas[i]);
        }

        direction.mul_(_diagonal);
        for (var i = 0; i < _pairs.Count; i++)
        {
            var (step, change, inverse) = _pairs[i];
            direction.add_(step, alphas[i] - (Dot(change, direction) * inverse));
        }

        return direction;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_pairs.Count > 0) Forget(0);
    }

    /// <summary>Inner product of two vectors.</summary>
    internal static double Dot(Tensor left, Tensor right)
    {
        using var product = Aten.One("dot", left, right);
        return Number(product);
    }

    /// <summary>The value of a tensor of one element.</summary>
    internal static double Number(Tensor scalar)
    {
        using var exact = scalar.to(ScalarType.Float64, CPU);
        return exact.item<double>();
    }

    private void Forget(int index)
    {
        _pairs[index].Step.Dispose();
        _pairs[index].Change.Dispose();
        _pairs.RemoveAt(index);
    }
}
