using System.Globalization;
using Clipper.Clip.Imaging;

namespace Clipper.Bench.Datasets.IMaterialist;

/// <summary>A mask as pairs of start and length, columns first (<c>EncodedPixels</c>). The official starts count from
/// 1; the reference takes them from 0 (PROTOCOL 2.4 and Q12).</summary>
internal sealed class RunLengths
{
    private readonly List<(long Start, long Length)> _runs;
    private readonly int _width;
    private readonly int _height;

    private RunLengths(List<(long Start, long Length)> runs, int width, int height)
    {
        _runs = runs;
        _width = width;
        _height = height;
    }

    /// <summary>Reads a mask of a picture; null with the problem where it is none.</summary>
    public static RunLengths? Parse(string text, int width, int height, out string problem)
    {
        string[] fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        problem = fields.Length == 0 || fields.Length % 2 != 0
            ? $"EncodedPixels has {fields.Length} numbers, expected pairs of start and length" : "";
        var runs = new List<(long, long)>(fields.Length / 2);
        for (int i = 0; i + 1 < fields.Length && problem.Length == 0; i += 2)
        {
            if (Number(fields[i]) is { } start && Number(fields[i + 1]) is { } length
                && start + length - 1 <= (long)width * height)
            {
                runs.Add((start, length));
            }
            else
            {
                problem = $"'{fields[i]} {fields[i + 1]}' is no run of pixels of a picture of {width} × {height}";
            }
        }

        return problem.Length == 0 ? new(runs, width, height) : null;
    }

    /// <summary>The smallest rectangle around all pixels.</summary>
    public ImageRegion Box()
    {
        (int Column, int First, int Last)[] strokes = [.. Strokes(origin: 1)];
        return Around(strokes);
    }

    /// <summary>The rectangle that the reference cuts out: starts taken from 0, and only the first region, that of the
    /// topmost row's leftmost pixel, pixels touching in eight directions (scikit-image's <c>label</c> and
    /// <c>regionprops</c>).</summary>
    public ImageRegion ReferenceBox()
    {
        (int Column, int First, int Last)[] strokes = [.. Strokes(origin: 0)];
        if (strokes.Length == 0)
        {
            return Box();
        }

        int[] region = Regions(strokes);
        int top = Enumerable.Range(0, strokes.Length)
            .MinBy(i => (strokes[i].First, strokes[i].Column));
        return Around([.. strokes.Where((_, i) => Root(region, i) == Root(region, top))]);
    }

    private static long? Number(string field) =>
        long.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            && number is > 0 and <= int.MaxValue ? number : null;

    // Runs cut at the ends of columns, in order of column and row.
    private IEnumerable<(int Column, int First, int Last)> Strokes(int origin)
    {
        long pixels = (long)_width * _height;
        foreach ((long start, long length) in _runs.Order())
        {
            long end = Math.Min(start - origin + length, pixels);
            for (long pixel = start - origin; pixel < end;)
            {
                int column = (int)(pixel / _height);
                long columnEnd = Math.Min(end, (column + 1L) * _height);
                yield return (column, (int)(pixel % _height), (int)((columnEnd - 1) % _height));
                pixel = columnEnd;
            }
        }
    }

    private static ImageRegion Around((int Column, int First, int Last)[] strokes)
    {
        int left = strokes.Min(s => s.Column);
        int top = strokes.Min(s => s.First);
        return new(left, top, strokes.Max(s => s.Column) - left + 1, strokes.Max(s => s.Last) - top + 1);
    }

    // Strokes that touch, also at a corner, have one root.
    private static int[] Regions((int Column, int First, int Last)[] strokes)
    {
        int[] parent = [.. Enumerable.Range(0, strokes.Length)];
        for (int i = 0, from = 0; i < strokes.Length; i++)
        {
            while (strokes[from].Column < strokes[i].Column - 1)
            {
                from++;
            }

            for (int j = from; j < i; j++)
            {
                if (strokes[j].First <= strokes[i].Last + 1 && strokes[i].First <= strokes[j].Last + 1)
                {
                    parent[Root(parent, i)] = Root(parent, j);
                }
            }
        }

        return parent;
    }

    private static int Root(int[] parent, int i)
    {
        while (parent[i] != i)
        {
            i = parent[i] = parent[parent[i]];
        }

        return i;
    }
}
