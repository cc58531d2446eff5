namespace Clipper.Clip.Imaging.Augmentation;

/// <summary>A colour as hue (in turns, [0, 1)), saturation and value.</summary>
internal readonly record struct Hsv(float Hue, float Saturation, float Value)
{
    /// <summary>From red, green and blue, as TensorFlow's <c>rgb_to_hsv</c>; grey has the hue 0.</summary>
    public static Hsv Of(float red, float green, float blue)
    {
        float value = Math.Max(red, Math.Max(green, blue));
        float range = value - Math.Min(red, Math.Min(green, blue));
        return new Hsv(HueOf(red, green, blue, value, range), value > 0 ? range / value : 0, value);
    }

    /// <summary>With the saturation times a factor, clipped to [0, 1].</summary>
    public Hsv Saturate(float factor) => this with { Saturation = Math.Clamp(Saturation * factor, 0, 1) };

    /// <summary>With the hue shifted by so many turns.</summary>
    public Hsv Turn(float turns) => this with { Hue = Hue + turns - MathF.Floor(Hue + turns) };

    /// <summary>To red, green and blue, as TensorFlow's <c>hsv_to_rgb</c>.</summary>
    public (float Red, float Green, float Blue) ToRgb()
    {
        float chroma = Saturation * Value;
        float least = Value - chroma;
        float sector = Hue * 6;
        float second = chroma * (1 - Math.Abs((sector % 2) - 1));
        (float red, float green, float blue) = ((int)sector % 6) switch
        {
            0 => (chroma, second, 0f),
            1 => (second, chroma, 0f),
            2 => (0f, chroma, second),
            3 => (0f, second, chroma),
            4 => (second, 0f, chroma),
            _ => (chroma, 0f, second),
        };
        return (red + least, green + least, blue + least);
    }

    private static float HueOf(float red, float green, float blue, float value, float range)
    {
        if (range <= 0)
        {
            return 0;
        }

        float norm = 1 / (6 * range);
        float hue = red == value ? norm * (green - blue)
            : green == value ? (norm * (blue - red)) + (2f / 6)
            : (norm * (red - green)) + (4f / 6);
        return hue < 0 ? hue + 1 : hue;
    }
}
