using Clipper.Core.Randomness;

namespace Clipper.Clip.Imaging.Augmentation;

/// <summary>A rectangle of a picture, in pixels.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Upper edge.</param>
/// <param name="Width">Columns, at least 1.</param>
/// <param name="Height">Rows, at least 1.</param>
public readonly record struct CropBox(int X, int Y, int Width, int Height)
{
    /// <summary>A random crop as TensorFlow's <c>sample_distorted_bounding_box</c> draws one whose object is the whole
    /// picture: an aspect ratio, then the height uniform among those that the area allows, then the place. The whole
    /// picture where no attempt succeeds.</summary>
    internal static CropBox Draw(AugmentationSpec spec, int width, int height, RandomState random)
    {
        float own = (float)width / height;
        var aspects = new FloatRange(spec.Aspect.Least * own, spec.Aspect.Most * own);
        for (int attempt = 0; attempt < spec.Attempts; attempt++)
        {
            (int cropWidth, int cropHeight) = DrawSize(spec.Area, aspects.Draw(random), width, height, random);
            bool covers = (float)cropWidth * cropHeight / ((float)width * height) >= spec.MinCovered;
            if (cropWidth > 0 && covers)
            {
                int y = cropHeight < height ? random.NextIndex(height - cropHeight) : 0;
                int x = cropWidth < width ? random.NextIndex(width - cropWidth) : 0;
                return new CropBox(x, y, cropWidth, cropHeight);
            }
        }

        return new CropBox(0, 0, width, height);
    }

    // TensorFlow's GenerateRandomCrop; (0, 0) where the aspect ratio allows no crop.
    private static (int Width, int Height) DrawSize(
        FloatRange area, float aspect, int width, int height, RandomState random)
    {
        float least = area.Least * width * height;
        float most = area.Most * width * height;
        int highest = Round(MathF.Sqrt(most / aspect));
        if (Round(highest * aspect) > width)
        {
            const float Epsilon = 0.0000001f;
            highest = (int)((width + 0.5f - Epsilon) / aspect);
            highest -= Round(highest * aspect) > width ? 1 : 0;
        }

        highest = Math.Min(highest, height);
        int cropHeight = Math.Min(Round(MathF.Sqrt(least / aspect)), highest);
        cropHeight += cropHeight < highest ? random.NextIndex(highest - cropHeight + 1) : 0;
        (int cropWidth, cropHeight) = Nudge(cropHeight, aspect, least, most);
        bool fits = (float)cropWidth * cropHeight >= least && (float)cropWidth * cropHeight <= most
            && cropWidth <= width && cropHeight <= height && cropWidth > 0 && cropHeight > 0;
        return fits ? (cropWidth, cropHeight) : (0, 0);
    }

    // Rounding may have put the area just outside its range: one row more or less mends it.
    private static (int Width, int Height) Nudge(int height, float aspect, float least, float most)
    {
        int width = Round(height * aspect);
        if ((float)width * height < least)
        {
            height++;
            width = Round(height * aspect);
        }

        if ((float)width * height > most)
        {
            height--;
            width = Round(height * aspect);
        }

        return (width, height);
    }

    /// <summary>C's <c>lrintf</c>: to the nearest, halves to even.</summary>
    private static int Round(float value) => (int)MathF.Round(value, MidpointRounding.ToEven);
}
