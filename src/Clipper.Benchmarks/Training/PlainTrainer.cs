using Clipper.Core.Training;

namespace Clipper.Benchmarks.Training;

/// <summary>Binary cross-entropy and Adam in plain loops over float: what <see cref="HeadTrainer{T}"/> is measured
/// against.</summary>
internal sealed class PlainTrainer(float[] weights, int classes, int dimension)
{
    private readonly float[] _gradient = new float[weights.Length];
    private readonly float[] _first = new float[weights.Length];
    private readonly float[] _second = new float[weights.Length];
    private int _steps;

    public void Step(ReadOnlySpan<float> rows, ReadOnlySpan<int> labels, ReadOnlySpan<int> batch)
    {
        Array.Clear(_gradient);
        foreach (int row in batch)
        {
            ReadOnlySpan<float> x = rows.Slice(row * dimension, dimension);
            for (int c = 0; c < classes; c++)
            {
                AddGradient(x, c, labels[row] == c ? 1 : 0, batch.Length);
            }
        }

        Update();
    }

    private void AddGradient(ReadOnlySpan<float> x, int c, float target, int rows)
    {
        float logit = 0;
        for (int k = 0; k < dimension; k++)
        {
            logit += x[k] * weights[(c * dimension) + k];
        }

        float error = ((1 / (1 + MathF.Exp(-logit))) - target) / (rows * classes);
        for (int k = 0; k < dimension; k++)
        {
            _gradient[(c * dimension) + k] += error * x[k];
        }
    }

    private void Update()
    {
        _steps++;
        double rate = 1e-3 * Math.Sqrt(1 - Math.Pow(0.999, _steps)) / (1 - Math.Pow(0.9, _steps));
        for (int i = 0; i < weights.Length; i++)
        {
            float g = _gradient[i];
            _first[i] += (g - _first[i]) * 0.1f;
            _second[i] += ((g * g) - _second[i]) * 0.001f;
            weights[i] -= (float)rate * _first[i] / (MathF.Sqrt(_second[i]) + 1e-7f);
        }
    }
}
