using Clipper.Core.Randomness;

namespace Clipper.Bench.Datasets.Shapes;

/// <summary>Turns a scene into pixels. The same scene and stream give the same bytes on every system.</summary>
internal static class ShapePainter
{
    // Samples a pixel side, for smooth edges.
    private const int Samples = 4;

    /// <summary>Paints a scene.</summary>
    /// <param name="scene">What to show.</param>
    /// <param name="random">Stream of the noise.</param>
    /// <returns>RGB bytes, [Side, Side, 3].</returns>
    public static byte[] Paint(ShapeScene scene, RandomState random)
    {
        byte[] pixels = new byte[ShapeScene.Side * ShapeScene.Side * 3];
        for (int y = 0, at = 0; y < ShapeScene.Side; y++)
        {
            for (int x = 0; x < ShapeScene.Side; x++, at += 3)
            {
                Paint paint = PaintAt(scene, x, y);
                pixels[at] = Level(paint.R, scene.Noise, random);
                pixels[at + 1] = Level(paint.G, scene.Noise, random);
                pixels[at + 2] = Level(paint.B, scene.Noise, random);
            }
        }

        return pixels;
    }

    private static Paint PaintAt(ShapeScene scene, int x, int y)
    {
        var middle = new Vector(x + 0.5, y + 0.5);
        Paint paint = scene.Backdrop.Times(
            1 - scene.Texture.At(new(middle.X - (ShapeScene.Side / 2), middle.Y - (ShapeScene.Side / 2))));
        foreach (ShapeObject item in scene.Objects)
        {
            double alpha = Coverage(item, x, y);
            if (alpha > 0)
            {
                var own = new Vector(middle.X - item.Center.X, middle.Y - item.Center.Y);
                paint = paint.Under(item.Paint.Times(1 - item.Texture.At(own)), alpha);
            }
        }

        return paint;
    }

    private static double Coverage(ShapeObject item, int x, int y)
    {
        double reach = item.Radius + 1;
        if (Math.Abs(x + 0.5 - item.Center.X) > reach || Math.Abs(y + 0.5 - item.Center.Y) > reach)
        {
            return 0;
        }

        int inside = 0;
        for (int i = 0; i < Samples * Samples; i++)
        {
            double sampleX = x + (((i % Samples) + 0.5) / Samples) - item.Center.X;
            double sampleY = y + (((i / Samples) + 0.5) / Samples) - item.Center.Y;
            Vector own = new Vector(sampleX / item.Radius, sampleY / item.Radius).In(item.Axis);
            inside += ShapeOutline.Contains(item.Shape, own) ? 1 : 0;
        }

        return (double)inside / (Samples * Samples);
    }

    private static byte Level(double value, int noise, RandomState random)
    {
        int shift = random.NextIndex((2 * noise) + 1) - noise;
        return (byte)Math.Clamp((int)Math.Floor(value + shift + 0.5), 0, 255);
    }
}
