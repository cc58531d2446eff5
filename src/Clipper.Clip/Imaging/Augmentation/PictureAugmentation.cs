namespace Clipper.Clip.Imaging.Augmentation;

/// <summary>Makes a changed copy of a picture: random resized crop, flip, colour jitter, grey, blur (PROTOCOL section
/// 7). The same draw gives the same pixels.</summary>
public static class PictureAugmentation
{
    /// <summary>The changed copy as RGB bytes, of the size of the picture.</summary>
    public static Raster Apply(Raster picture, AugmentationDraw draw)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return Apply(FloatPicture.Of(picture), draw).ToRaster();
    }

    /// <summary>The changed copy before it is clipped and cut to bytes.</summary>
    public static FloatPicture Apply(FloatPicture picture, AugmentationDraw draw)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(draw);
        FloatPicture changed = LegacyBicubic.Run(picture, draw.Crop, picture.Width, picture.Height);
        if (draw.IsFlipped)
        {
            Flip(changed);
        }

        foreach (ColorStep step in draw.Colors)
        {
            Coloring.Apply(changed, step);
        }

        if (draw.IsGrey)
        {
            Coloring.Grey(changed);
        }

        return GaussianBlur.Run(changed, draw.BlurSigma);
    }

    private static void Flip(FloatPicture picture)
    {
        for (int c = 0; c < FloatPicture.Channels; c++)
        {
            for (int y = 0; y < picture.Height; y++)
            {
                picture.Row(c, y).Reverse();
            }
        }
    }
}
