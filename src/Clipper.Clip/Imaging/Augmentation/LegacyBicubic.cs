using System.Numerics.Tensors;

namespace Clipper.Clip.Imaging.Augmentation;

/// <summary>TensorFlow 1's <c>resize_bicubic</c>: corners at zero (in = out · size/newSize, no half pixels), a = −0.75,
/// weights from a table of 1,024 steps, neighbours beyond an edge are the edge, no antialias; columns are summed before
/// rows.</summary>
internal static class LegacyBicubic
{
    private const int Neighbours = 4;
    private const int TableSize = 1024;
    private const float A = -0.75f;

    // Weights of the two nearer and the two farther neighbours at a distance of i / 1024 from the nearer one.
    private static readonly float[] _near = Table(x => ((((A + 2) * x) - (A + 3)) * x * x) + 1);
    private static readonly float[] _far = Table(Far);

    /// <summary>The part of a picture under <paramref name="box"/>, resized; not clipped to [0, 1].</summary>
    public static FloatPicture Run(FloatPicture source, CropBox box, int width, int height)
    {
        var result = new FloatPicture(width, height);
        Tap[] columns = Taps(box.X, box.Width, width);
        Tap[] rows = Taps(box.Y, box.Height, height);
        var between = new float[source.Width];
        for (int c = 0; c < FloatPicture.Channels; c++)
        {
            for (int y = 0; y < height; y++)
            {
                SumRows(source, c, rows[y], between);
                SumColumns(between, columns, result.Row(c, y));
            }
        }

        return result;
    }

    private static void SumRows(FloatPicture source, int channel, Tap tap, Span<float> sum)
    {
        TensorPrimitives.Multiply(source.Row(channel, tap.Index(0)), tap.Weight(0), sum);
        for (int i = 1; i < Neighbours; i++)
        {
            TensorPrimitives.MultiplyAdd(source.Row(channel, tap.Index(i)), tap.Weight(i), sum, sum);
        }
    }

    private static void SumColumns(ReadOnlySpan<float> values, ReadOnlySpan<Tap> taps, Span<float> row)
    {
        for (int x = 0; x < row.Length; x++)
        {
            float sum = 0;
            for (int i = 0; i < Neighbours; i++)
            {
                sum += values[taps[x].Index(i)] * taps[x].Weight(i);
            }

            row[x] = sum;
        }
    }

    private static Tap[] Taps(int first, int size, int newSize)
    {
        float scale = (float)size / newSize;
        var taps = new Tap[newSize];
        for (int i = 0; i < newSize; i++)
        {
            float place = i * scale;
            int below = (int)MathF.Floor(place);
            int step = (int)MathF.Round((place - below) * TableSize, MidpointRounding.ToEven);
            taps[i] = new Tap(first, first + size - 1, first + below, step);
        }

        return taps;
    }

    private static float Far(float x)
    {
        float distance = x + 1;
        return (((((A * distance) - (5 * A)) * distance) + (8 * A)) * distance) - (4 * A);
    }

    private static float[] Table(Func<float, float> weight) =>
        [.. Enumerable.Range(0, TableSize + 1).Select(i => weight((float)i / TableSize))];

    /// <summary>The four neighbours of a place between pixels.</summary>
    private readonly record struct Tap(int First, int Last, int Below, int Step)
    {
        public int Index(int i) => Math.Clamp(Below - 1 + i, First, Last);

        public float Weight(int i) => i switch
        {
            0 => _far[Step],
            1 => _near[Step],
            2 => _near[TableSize - Step],
            _ => _far[TableSize - Step],
        };
    }
}
