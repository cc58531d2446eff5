using Clipper.Clip.Models;
using Clipper.Clip.Models.Weights;

namespace Clipper.Clip.Tests.Models;

/// <summary>The vision transformer written out in double precision, straight from its definition; slow and
/// plain.</summary>
internal sealed class ReferenceVision(VisionSettings settings, IVisionWeights weights)
{
    private readonly Dictionary<string, double[]> _values = VisionShape.Of(settings).Parameters().ToDictionary(
        pair => pair.Parameter.Name, pair => Read(weights, pair.Parameter, pair.Shape));

    public double[] Encode(ReadOnlySpan<float> planes)
    {
        double[][] tokens = Embed(planes.ToArray());
        if (settings.PreNorm)
        {
            tokens = [.. tokens.Select(token => Norm(token, "ln_pre"))];
        }

        for (int block = 0; block < settings.Layers; block++)
        {
            tokens = Block(tokens, $"transformer.{block}.");
        }

        double[] pooled = settings.Pooling == Pooling.ClassToken ? tokens[0] : Mean(tokens[1..]);
        double[] normed = Norm(pooled, "ln_post");
        return settings.Projection ? Multiply(normed, "proj") : normed;
    }

    private double[][] Embed(float[] planes)
    {
        var tokens = new double[settings.Tokens][];
        tokens[0] = Add(_values["class_embedding"], Position(0));
        for (int patch = 0; patch < settings.Tokens - 1; patch++)
        {
            int top = patch / settings.Grid * settings.PatchSize;
            int left = patch % settings.Grid * settings.PatchSize;
            var pixels = new double[settings.PatchValues];
            for (int i = 0; i < pixels.Length; i++)
            {
                int channel = i / (settings.PatchSize * settings.PatchSize);
                int y = top + (i / settings.PatchSize % settings.PatchSize);
                int x = left + (i % settings.PatchSize);
                pixels[i] = planes[(((channel * settings.ImageSize) + y) * settings.ImageSize) + x];
            }

            tokens[patch + 1] = Add(Multiply(pixels, "patch"), Position(patch + 1));
        }

        return tokens;
    }

    private double[][] Block(double[][] tokens, string name)
    {
        double[][] mixed = Attend([.. tokens.Select(token => Norm(token, name + "ln_1"))], name + "attn.");
        double[][] sums = [.. tokens.Zip(mixed, Add)];
        return
        [
            .. sums.Select(token =>
            {
                double[] hidden = Multiply(Norm(token, name + "ln_2"), name + "mlp.c_fc");
                return Add(token, Multiply([.. hidden.Select(Activate)], name + "mlp.c_proj"));
            }),
        ];
    }

    private double[][] Attend(double[][] tokens, string name)
    {
        double[][] packed = [.. tokens.Select(token => Multiply(token, name + "in_proj"))];
        int size = settings.Width / settings.Heads;
        var result = tokens.Select(_ => new double[settings.Width]).ToArray();
        for (int head = 0; head < settings.Heads; head++)
        {
            int query = head * size;
            int key = settings.Width + query;
            int value = settings.Width + key;
            for (int i = 0; i < tokens.Length; i++)
            {
                double[] scores =
                [
                    .. packed.Select(other =>
                        Dot(packed[i].AsSpan(query, size), other.AsSpan(key, size)) / Math.Sqrt(size)),
                ];
                double[] shares = [.. scores.Select(score => Math.Exp(score - scores.Max()))];
                double total = shares.Sum();
                for (int c = 0; c < size; c++)
                {
                    result[i][query + c] = packed.Select((other, j) => shares[j] * other[value + c]).Sum() / total;
                }
            }
        }

        return [.. result.Select(row => Multiply(row, name + "out_proj"))];
    }

    private double[] Norm(double[] x, string name)
    {
        double mean = x.Average();
        double variance = x.Average(value => (value - mean) * (value - mean));
        double[] weight = _values[name + ".weight"];
        double[] bias = _values[name + ".bias"];
        double scale = 1 / Math.Sqrt(variance + settings.LayerNormEps);
        return [.. x.Select((value, i) => ((value - mean) * scale * weight[i]) + bias[i])];
    }

    private double[] Multiply(double[] x, string name)
    {
        double[] weight = _values[name + ".weight"];
        double[] bias = _values.GetValueOrDefault(name + ".bias") ?? new double[weight.Length / x.Length];
        return [.. bias.Select((start, row) => start + Dot(weight.AsSpan(row * x.Length, x.Length), x))];
    }

    private double Activate(double x) => settings.Activation == Activation.QuickGelu
        ? x / (1 + Math.Exp(-1.702 * x))
        : x * 0.5 * (1 + Erf(x / Math.Sqrt(2)));

    private double[] Position(int token) =>
        _values["position_embedding"][(token * settings.Width)..((token + 1) * settings.Width)];

    // Taylor's series; enough terms for the |x| < 4 that occur here.
    private static double Erf(double x)
    {
        double term = x;
        double sum = x;
        for (int n = 1; n < 120; n++)
        {
            term *= -x * x / n;
            sum += term / ((2 * n) + 1);
        }

        return 2 / Math.Sqrt(Math.PI) * sum;
    }

    private static double[] Add(double[] a, double[] b) => [.. a.Zip(b, (x, y) => x + y)];

    private static double[] Mean(double[][] rows) =>
        [.. rows[0].Select((_, column) => rows.Average(row => row[column]))];

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    private static double[] Read(IVisionWeights weights, VisionParameter parameter, long[] shape)
    {
        var values = new float[shape.Aggregate(1L, (product, length) => product * length)];
        weights.Read(parameter, values);
        return Array.ConvertAll(values, value => (double)value);
    }
}
