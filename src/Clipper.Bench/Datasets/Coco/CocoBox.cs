using Clipper.Clip.Imaging;

namespace Clipper.Bench.Datasets.Coco;

/// <summary>An annotated object of an image.</summary>
/// <param name="Image">Number of the image.</param>
/// <param name="Category">Number of the category; there are gaps.</param>
/// <param name="X">Left edge in pixels.</param>
/// <param name="Y">Upper edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
/// <param name="IsCrowd">Whether it is a group that is not told apart.</param>
internal readonly record struct CocoBox(
    long Image, long Category, double X, double Y, double Width, double Height, bool IsCrowd)
{
    /// <summary>The pixels (PROTOCOL 2.4): rows int(y):int(y+h), columns int(x):int(x+w), cut at the image's borders;
    /// null where none are left.</summary>
    public ImageRegion? Region(CocoImage image)
    {
        (int left, int top) = ((int)X, (int)Y);
        return new ImageRegion(left, top, (int)(X + Width) - left, (int)(Y + Height) - top)
            .Within(image.Width, image.Height);
    }
}
