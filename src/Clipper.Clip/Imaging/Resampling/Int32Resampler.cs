using System.Buffers;

namespace Clipper.Clip.Imaging.Resampling;

/// <summary>Pillow's two-pass bicubic resize of 32-bit integers: sums in double, each pass rounds half away from
/// zero.</summary>
internal static class Int32Resampler
{
    /// <summary>Resamples a window.</summary>
    /// <param name="source">Pixels without padding.</param>
    /// <param name="columns">The window's columns.</param>
    /// <param name="rows">The window's rows.</param>
    /// <param name="target">rows.Count × columns.Count values.</param>
    public static void Run(ReadOnlySpan<int> source, AxisWindow columns, AxisWindow rows, Span<int> target)
    {
        using BicubicAxis vertical = new(rows);
        (int first, int count) = vertical.Band;
        ReadOnlySpan<int> band = source.Slice(first * columns.Input, count * columns.Input);
        if (rows.IsIdentity)
        {
            RunHorizontal(band, columns, target);
            return;
        }

        vertical.ShiftOrigin(first);
        int[] narrowed = ArrayPool<int>.Shared.Rent(checked(count * columns.Count));
        try
        {
            Span<int> columnsDone = narrowed.AsSpan(0, count * columns.Count);
            RunHorizontal(band, columns, columnsDone);
            RunVertical(columnsDone, columns.Count, vertical, target);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(narrowed);
        }
    }

    private static void RunHorizontal(ReadOnlySpan<int> source, AxisWindow columns, Span<int> target)
    {
        using BicubicAxis? axis = columns.IsIdentity ? null : new BicubicAxis(columns);
        for (int from = 0, to = 0; to < target.Length; from += columns.Input, to += columns.Count)
        {
            ReadOnlySpan<int> row = source.Slice(from, columns.Input);
            Span<int> result = target.Slice(to, columns.Count);
            if (axis is null)
            {
                row.Slice((int)columns.Start, columns.Count).CopyTo(result);
                continue;
            }

            for (int x = 0; x < result.Length; x++)
            {
                result[x] = Sum(row[axis.First[x]..], 1, axis.Weights.Slice(x * axis.Taps, axis.Taps));
            }
        }
    }

    private static void RunVertical(ReadOnlySpan<int> source, int width, BicubicAxis axis, Span<int> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            int y = i / width;
            ReadOnlySpan<int> column = source[((axis.First[y] * width) + (i % width))..];
            target[i] = Sum(column, width, axis.Weights.Slice(y * axis.Taps, axis.Taps));
        }
    }

    private static int Sum(ReadOnlySpan<int> values, int step, ReadOnlySpan<double> weights)
    {
        double sum = 0;
        for (int t = 0, at = 0; t < weights.Length && at < values.Length; t++, at += step)
        {
            sum += values[at] * weights[t];
        }

        return (int)(sum >= 0 ? sum + 0.5 : sum - 0.5);
    }
}
