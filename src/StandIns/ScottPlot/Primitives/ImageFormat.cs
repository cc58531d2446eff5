namespace ScottPlot;

/// <summary>Formats of image files; the stand-in writes PNG and SVG.</summary>
public enum ImageFormat
{
    Bmp,
    Jpeg,
    Png,
    Webp,
    Svg,
}
