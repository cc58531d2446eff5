namespace Clipper.Clip.Imaging.Codecs;

/// <summary>Turns a picture as the orientation of a TIFF says; Pillow 9.4 does so when it loads one.</summary>
internal static class TiffOrientation
{
    /// <summary>The picture as it is to be seen; disposes the given one where it makes another.</summary>
    /// <param name="picture">As it is in the file.</param>
    /// <param name="orientation">Where the first row and column are: 1 top left, 2 top right, 3 bottom right, 4 bottom
    /// left, 5 left top, 6 right top, 7 right bottom, 8 left bottom; others count as 1.</param>
    public static Raster Apply(Raster picture, int orientation)
    {
        if (orientation is < 2 or > 8)
        {
            return picture;
        }

        using (picture)
        {
            bool isTurned = orientation >= 5;
            bool isRight = orientation is 2 or 3 or 7 or 8;
            bool isBottom = orientation is 3 or 4 or 6 or 7;
            Raster turned = isTurned
                ? picture.RentAlike(picture.Height, picture.Width) : picture.RentAlike(picture.Width, picture.Height);
            int pixel = picture.Mode.BytesPerPixel();
            for (int i = 0; i < turned.Width * turned.Height; i++)
            {
                (int x, int y) = isTurned ? (i / turned.Width, i % turned.Width) : (i % turned.Width, i / turned.Width);
                x = isRight ? picture.Width - 1 - x : x;
                y = isBottom ? picture.Height - 1 - y : y;
                picture.Pixels.Slice(((y * picture.Width) + x) * pixel, pixel).CopyTo(turned.Writable[(i * pixel)..]);
            }

            return turned;
        }
    }
}
