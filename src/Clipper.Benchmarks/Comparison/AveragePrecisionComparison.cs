using System.Globalization;
using System.Runtime.InteropServices;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Metrics;
using Clipper.Core.Randomness;

namespace Clipper.Benchmarks.Comparison;

/// <summary>Macro mean average precision of float32 scores, about three labels a row.</summary>
internal sealed class AveragePrecisionComparison(int rows, int classes) : IComparison
{
    private Matrix<float> _scores = new(0, 0);
    private LabelRows _truth = LabelRows.Of([], 0);

    /// <inheritdoc />
    public string Name => string.Create(CultureInfo.InvariantCulture, $"mAP of {rows:N0} × {classes}");

    /// <inheritdoc />
    public string Script => "average_precision.py";

    /// <inheritdoc />
    public string Request => string.Create(CultureInfo.InvariantCulture, $"{rows} {classes}");

    /// <inheritdoc />
    public void Prepare(string folder)
    {
        var random = new RandomState(Seed.Derive("benchmark", "average-precision", rows));
        var truth = new byte[rows * classes];
        _scores = new Matrix<float>(rows, classes);
        var labels = new int[rows][];
        for (int row = 0; row < rows; row++)
        {
            labels[row] = [.. Enumerable.Range(0, classes).Where(_ => random.NextDouble() < 3.0 / classes)];
            foreach (int label in labels[row])
            {
                truth[(row * classes) + label] = 1;
            }

            for (int label = 0; label < classes; label++)
            {
                _scores.Row(row)[label] = (float)(random.NextDouble() + (0.3 * truth[(row * classes) + label]));
            }
        }

        _truth = LabelRows.Of(labels, classes);
        File.WriteAllBytes(Path.Combine(folder, "truth.u8"), truth);
        File.WriteAllBytes(Path.Combine(folder, "scores.f32"), MemoryMarshal.AsBytes(_scores.Values).ToArray());
    }

    /// <inheritdoc />
    public double Run() => AveragePrecision.Average<float>(_truth, _scores, Averaging.Macro);

    /// <inheritdoc />
    public string? Problem(double ours, double theirs) => Math.Abs(ours - theirs) <= 1e-12
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"mAP {ours} is not the rival's {theirs}");
}
