using System.Buffers;

namespace Clipper.Clip.Imaging.Resampling;

/// <summary>Pillow's two-pass bicubic resize of 8-bit channels, bit for bit, of a window of the result alone.</summary>
internal static class BicubicResampler
{
    /// <summary>Resamples a window.</summary>
    /// <param name="source">Pixels of interleaved channels, without padding.</param>
    /// <param name="channels">1 to 4.</param>
    /// <param name="columns">The window's columns.</param>
    /// <param name="rows">The window's rows.</param>
    /// <param name="target">rows.Count × columns.Count × channels bytes.</param>
    public static void Run(
        ReadOnlySpan<byte> source, int channels, AxisWindow columns, AxisWindow rows, Span<byte> target) =>
        Run(source, channels, (columns, rows), target, VectorLevels.Best);

    /// <summary>Resamples a window with the given instructions.</summary>
    internal static void Run(
        ReadOnlySpan<byte> source,
        int channels,
        (AxisWindow Columns, AxisWindow Rows) window,
        Span<byte> target,
        VectorLevel level)
    {
        (AxisWindow columns, AxisWindow rows) = window;
        using BicubicAxis vertical = new(rows);
        (int first, int count) = vertical.Band;
        int stride = columns.Input * channels;
        ReadOnlySpan<byte> band = source.Slice(first * stride, count * stride);
        if (rows.IsIdentity)
        {
            RunHorizontal(band, channels, columns, target, level);
            return;
        }

        vertical.ShiftOrigin(first);
        using FixedAxis axis = new(vertical);
        int length = checked(count * columns.Count * channels);
        byte[] narrowed = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            Span<byte> columnsDone = narrowed.AsSpan(0, length);
            RunHorizontal(band, channels, columns, columnsDone, level);
            VerticalPass.Run(columnsDone, axis, target, level);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(narrowed);
        }
    }

    private static void RunHorizontal(
        ReadOnlySpan<byte> source, int channels, AxisWindow columns, Span<byte> target, VectorLevel level)
    {
        if (columns.IsIdentity)
        {
            int stride = columns.Input * channels;
            int width = columns.Count * channels;
            for (int from = (int)columns.Start * channels, to = 0; to < target.Length; from += stride, to += width)
            {
                source.Slice(from, width).CopyTo(target[to..]);
            }

            return;
        }

        using BicubicAxis weights = new(columns);
        using FixedAxis axis = new(weights);
        HorizontalPass.Run(source, channels, axis, target, level);
    }
}
