using System.Globalization;

namespace Clipper.Clip.Imaging;

/// <summary>A rectangle of a picture: rows <paramref name="Y"/> … Y + Height − 1, columns <paramref name="X"/> … X +
/// Width − 1; NumPy's <c>picture[y:y+h, x:x+w]</c>.</summary>
/// <param name="X">First column, from 0.</param>
/// <param name="Y">First row, from 0.</param>
/// <param name="Width">Columns, positive.</param>
/// <param name="Height">Rows, positive.</param>
public readonly record struct ImageRegion(int X, int Y, int Width, int Height)
{
    /// <summary>The part that lies in a picture of the given size; null where there is none.</summary>
    public ImageRegion? Within(int width, int height)
    {
        int left = Math.Max(X, 0);
        int top = Math.Max(Y, 0);
        long right = Math.Min((long)X + Width, width);
        long bottom = Math.Min((long)Y + Height, height);
        return right > left && bottom > top ? new(left, top, (int)(right - left), (int)(bottom - top)) : null;
    }

    /// <summary>As in ids of samples: <c>x,y,w,h</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{X},{Y},{Width},{Height}");
}
