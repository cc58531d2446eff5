using System.Numerics.Tensors;
using Clipper.Clip.Models;

namespace Clipper.Clip.Training;

/// <summary>Filters of a patch embedding to begin with: the cosine transform of lightness and of two colour contrasts,
/// low frequencies first, each scaled to about unit size. Of random filters nearly all that comes out is the mean
/// colour of the patch, fifty times an edge.</summary>
internal static class PatchFilters
{
    // Keeps filters that see little but noise from being scaled up to it.
    private const double Floor = 0.5;

    private static readonly double[][] _channels =
    [
        [1 / Math.Sqrt(3), 1 / Math.Sqrt(3), 1 / Math.Sqrt(3)],
        [1 / Math.Sqrt(2), 0, -1 / Math.Sqrt(2)],
        [1 / Math.Sqrt(6), -2 / Math.Sqrt(6), 1 / Math.Sqrt(6)],
    ];

    /// <summary>Fills the weights [width, 3 · patch · patch].</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="vision">The architecture.</param>
    /// <param name="filters">Filters, at most as many as values of a patch; the channels after them get none.</param>
    /// <param name="samples">Rows of <see cref="Models.Layers.PatchRows"/> of some pictures.</param>
    public static void Fill(Span<float> weights, VisionSettings vision, int filters, ReadOnlySpan<float> samples)
    {
        weights.Clear();
        int patch = vision.PatchSize;
        var frequencies = Enumerable.Range(0, patch * patch)
            .Select(i => (Line: i / patch, Column: i % patch))
            .OrderBy(at => (at.Line * at.Line) + (at.Column * at.Column))
            .SelectMany(at => _channels, (at, channel) => (at.Line, at.Column, Channel: channel))
            .Take(filters);
        int filter = 0;
        foreach (var (line, column, channel) in frequencies)
        {
            var row = weights.Slice(filter++ * vision.PatchValues, vision.PatchValues);
            FillOne(row, patch, line, column, channel);
            TensorPrimitives.Divide(row, (float)(Size(row, samples) + Floor), row);
        }
    }

    private static void FillOne(Span<float> row, int patch, int line, int column, double[] channel)
    {
        for (int i = 0; i < row.Length; i++)
        {
            int place = i % (patch * patch);
            row[i] = (float)(channel[i / (patch * patch)]
                * Cosine(patch, line, place / patch) * Cosine(patch, column, place % patch));
        }
    }

    // Orthonormal (DCT-II).
    private static double Cosine(int patch, int frequency, int at) =>
        Math.Sqrt((frequency == 0 ? 1.0 : 2.0) / patch) * Math.Cos(Math.PI * (at + 0.5) * frequency / patch);

    // Root of the mean square of what the filter gives.
    private static double Size(ReadOnlySpan<float> filter, ReadOnlySpan<float> samples)
    {
        double sum = 0;
        for (int start = 0; start < samples.Length; start += filter.Length)
        {
            double value = TensorPrimitives.Dot(filter, samples.Slice(start, filter.Length));
            sum += value * value;
        }

        return Math.Sqrt(sum / (samples.Length / filter.Length));
    }
}
