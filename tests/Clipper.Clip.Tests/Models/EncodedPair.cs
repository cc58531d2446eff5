using System.Numerics.Tensors;
using Clipper.Clip.Models;

namespace Clipper.Clip.Tests.Models;

/// <summary>Images and texts under both towers of a model, and what CLIP makes of them: logit scale · cosine, and its
/// softmax over the texts.</summary>
internal sealed class EncodedPair
{
    private EncodedPair(float[] images, float[] texts, int columns, double scale)
    {
        Texts = texts;
        int count = texts.Length / columns;
        LogitsPerImage = new double[images.Length / columns * count];
        ProbabilitiesPerImage = new double[LogitsPerImage.Length];
        for (int image = 0; image * columns < images.Length; image++)
        {
            var row = LogitsPerImage.AsSpan(image * count, count);
            for (int text = 0; text < count; text++)
            {
                row[text] = scale * TensorPrimitives.CosineSimilarity<double>(
                    Doubles(images, image, columns), Doubles(texts, text, columns));
            }

            TensorPrimitives.SoftMax<double>(row, ProbabilitiesPerImage.AsSpan(image * count, count));
        }
    }

    public float[] Texts { get; }

    public double[] LogitsPerImage { get; }

    public double[] ProbabilitiesPerImage { get; }

    public static EncodedPair Encode(ModelDescription description, float[] planes, int images, int[] tokens)
    {
        using var vision = ImageEncoder.Load(description, "cpu");
        using var text = TextEncoder.Load(description, "cpu");
        var imageRows = new float[images * vision.Dimension];
        vision.Encode(planes, images, imageRows);
        int texts = tokens.Length / text.Settings.ContextLength;
        var textRows = new float[texts * text.Dimension];
        text.Encode(tokens, texts, textRows);
        return new EncodedPair(imageRows, textRows, text.Dimension, description.LogitScale ?? double.NaN);
    }

    /// <summary>The same model with the exact GELU in both towers.</summary>
    public static ModelDescription WithExactGelu(ModelDescription description) => description with
    {
        Vision = description.Vision with { Activation = Activation.Gelu },
        Text = description.RequireText() with { Activation = Activation.Gelu },
    };

    /// <summary>The largest difference.</summary>
    public static double Difference(double[] actual, double[] expected)
    {
        Assert.Equal(expected.Length, actual.Length);
        return actual.Zip(expected, (a, b) => Math.Abs(a - b)).Max();
    }

    private static double[] Doubles(float[] rows, int row, int columns) =>
        Array.ConvertAll(rows[(row * columns)..((row + 1) * columns)], value => (double)value);
}
