using System.Diagnostics;
using System.Numerics.Tensors;

namespace Clipper.Clip.Imaging.Augmentation;

/// <summary>Changes of colour, in place, as TensorFlow's <c>tf.image</c> has them for float pictures.</summary>
internal static class Coloring
{
    /// <summary>One step of colour jitter, clipped to [0, 1] afterwards.</summary>
    public static void Apply(FloatPicture picture, ColorStep step)
    {
        switch (step.Change)
        {
            case ColorChange.Brightness:
                TensorPrimitives.Multiply(picture.Values, step.Amount, picture.Values);
                break;
            case ColorChange.Contrast:
                StretchContrast(picture, step.Amount);
                break;
            case ColorChange.Saturation:
                ChangeHsv(picture, color => color.Saturate(step.Amount));
                break;
            case ColorChange.Hue:
                ChangeHsv(picture, color => color.Turn(step.Amount));
                break;
            default:
                throw new UnreachableException();
        }

        Clip(picture);
    }

    /// <summary>0.2989·R + 0.587·G + 0.114·B in all three channels: <c>rgb_to_grayscale</c>.</summary>
    public static void Grey(FloatPicture picture)
    {
        Span<float> red = picture.Plane(0);
        Span<float> green = picture.Plane(1);
        Span<float> blue = picture.Plane(2);
        for (int i = 0; i < red.Length; i++)
        {
            red[i] = (0.2989f * red[i]) + (0.587f * green[i]) + (0.114f * blue[i]);
        }

        red.CopyTo(green);
        red.CopyTo(blue);
    }

    /// <summary>Clips to [0, 1].</summary>
    public static void Clip(FloatPicture picture) =>
        TensorPrimitives.Clamp(picture.Values, 0f, 1f, picture.Values);

    private static void StretchContrast(FloatPicture picture, float factor)
    {
        for (int c = 0; c < FloatPicture.Channels; c++)
        {
            Span<float> plane = picture.Plane(c);
            double sum = 0;
            foreach (float value in plane)
            {
                sum += value;
            }

            float mean = (float)(sum / plane.Length);
            TensorPrimitives.Subtract(plane, mean, plane);
            TensorPrimitives.Multiply(plane, factor, plane);
            TensorPrimitives.Add(plane, mean, plane);
        }
    }

    private static void ChangeHsv(FloatPicture picture, Func<Hsv, Hsv> change)
    {
        Span<float> red = picture.Plane(0);
        Span<float> green = picture.Plane(1);
        Span<float> blue = picture.Plane(2);
        for (int i = 0; i < red.Length; i++)
        {
            (red[i], green[i], blue[i]) = change(Hsv.Of(red[i], green[i], blue[i])).ToRgb();
        }
    }
}
