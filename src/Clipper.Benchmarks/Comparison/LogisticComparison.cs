using System.Globalization;
using System.Runtime.InteropServices;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Probes;
using Clipper.Core.Randomness;

namespace Clipper.Benchmarks.Comparison;

/// <summary>Multinomial logistic regression of rows × 512 into 100 classes. The embeddings are like those of CLIP: one
/// strong common direction, a falling spectrum, classes that overlap, unit length.</summary>
internal sealed class LogisticComparison(int rows, double c) : IComparison
{
    private const int Dimension = 512;
    private const int Classes = 100;

    private Matrix<float> _rows = new(0, Dimension);
    private int[] _labels = [];

    /// <inheritdoc />
    public string Name => string.Create(
        CultureInfo.InvariantCulture, $"logistic regression {rows:N0} × {Dimension} × {Classes}, C = {c}");

    /// <inheritdoc />
    public string Script => "logistic.py";

    /// <inheritdoc />
    public string Request =>
        string.Create(CultureInfo.InvariantCulture, $"{rows} {Dimension} {Classes} {c}");

    /// <inheritdoc />
    public void Prepare(string folder)
    {
        var random = new RandomState(Seed.Derive("benchmark", "logistic", rows));
        double[] common = Noise(random);
        double[][] centres = [.. Enumerable.Range(0, Classes).Select(_ => Noise(random))];
        _labels = [.. Enumerable.Range(0, rows).Select(_ => random.NextIndex(Classes))];
        var embeddings = new Matrix<float>(rows, Dimension);
        for (int row = 0; row < rows; row++)
        {
            double[] own = Noise(random);
            double[] centre = centres[_labels[row]];
            for (int k = 0; k < Dimension; k++)
            {
                embeddings.Row(row)[k] = (float)((3 * common[k]) + centre[k] + own[k]);
            }
        }

        _rows = UnitRows.Normalize(embeddings.View);
        File.WriteAllBytes(Path.Combine(folder, "rows.f32"), MemoryMarshal.AsBytes(_rows.Values).ToArray());
        File.WriteAllBytes(Path.Combine(folder, "labels.i32"), MemoryMarshal.AsBytes(_labels.AsSpan()).ToArray());
    }

    /// <inheritdoc />
    public double Run() =>
        LogisticRegression.FitMultinomial(_rows, LabelRows.Single(_labels, Classes), [c]).Single().Objective;

    /// <inheritdoc />
    public string? Problem(double ours, double theirs) => ours <= theirs * (1 + 1e-9)
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"objective {ours} is above the rival's {theirs}");

    // Near-normal numbers of standard deviation 1 / √(k + 1).
    private static double[] Noise(RandomState random) =>
    [
        .. Enumerable.Range(1, Dimension).Select(k =>
            2 * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) / Math.Sqrt(k)),
    ];
}
