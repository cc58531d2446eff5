using System.Buffers;

namespace Clipper.Clip.Imaging.Resampling;

/// <summary>Pillow's nearest-neighbour resize of one byte a pixel (libImaging/Geometry.c,
/// ImagingScaleAffine).</summary>
internal static class NearestResampler
{
    private const int Outside = -1;

    /// <summary>Resamples a window.</summary>
    /// <param name="source">Pixels without padding.</param>
    /// <param name="columns">The window's columns.</param>
    /// <param name="rows">The window's rows.</param>
    /// <param name="target">rows.Count × columns.Count bytes.</param>
    public static void Run(ReadOnlySpan<byte> source, AxisWindow columns, AxisWindow rows, Span<byte> target)
    {
        int[] xs = ArrayPool<int>.Shared.Rent(columns.Count);
        int[] ys = ArrayPool<int>.Shared.Rent(rows.Count);
        try
        {
            FindSources(columns, xs.AsSpan(0, columns.Count));
            FindSources(rows, ys.AsSpan(0, rows.Count));
            for (int y = 0; y < rows.Count; y++)
            {
                Span<byte> result = target.Slice(y * columns.Count, columns.Count);
                if (ys[y] == Outside)
                {
                    result.Clear();
                    continue;
                }

                ReadOnlySpan<byte> row = source.Slice(ys[y] * columns.Input, columns.Input);
                for (int x = 0; x < result.Length; x++)
                {
                    result[x] = xs[x] == Outside ? (byte)0 : row[xs[x]];
                }
            }
        }
        finally
        {
            ArrayPool<int>.Shared.Return(xs);
            ArrayPool<int>.Shared.Return(ys);
        }
    }

    /// <summary>Source position of each output position: (i + ½)·scale, summed step by step as Pillow does, because the
    /// rounding of the sum decides ties. Where the sum runs past the last pixel Pillow writes zeros.</summary>
    private static void FindSources(AxisWindow window, Span<int> sources)
    {
        double position = window.Scale * 0.5;
        for (long i = 0; i < window.Start; i++)
        {
            position += window.Scale;
        }

        foreach (ref int source in sources)
        {
            source = position < window.Input ? (int)position : Outside;
            position += window.Scale;
        }
    }
}
