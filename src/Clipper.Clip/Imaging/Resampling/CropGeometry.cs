namespace Clipper.Clip.Imaging.Resampling;

/// <summary>Sizes of torchvision's <c>Resize(n)</c> followed by <c>CenterCrop(n)</c>.</summary>
/// <param name="Width">Width after the resize.</param>
/// <param name="Height">Height after the resize.</param>
/// <param name="Left">First column that the crop keeps.</param>
/// <param name="Top">First row that the crop keeps.</param>
internal readonly record struct CropGeometry(long Width, long Height, long Left, long Top)
{
    /// <summary>The shorter side becomes <paramref name="size"/>, the longer <c>int(size·longer/shorter)</c>; the crop
    /// starts at <c>round((side − size)/2)</c>, halves to even.</summary>
    public static CropGeometry For(int width, int height, int size)
    {
        long shorter = Math.Min(width, height);
        long longer = Math.Max(width, height);
        long resized = (long)((double)(size * longer) / shorter);
        long start = (long)Math.Round((resized - size) / 2.0, MidpointRounding.ToEven);
        return width <= height
            ? new CropGeometry(size, resized, 0, start)
            : new CropGeometry(resized, size, start, 0);
    }
}
