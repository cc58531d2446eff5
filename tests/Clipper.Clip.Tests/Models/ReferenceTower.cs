using Clipper.Clip.Models;
using Clipper.Clip.Models.Layers;
using Clipper.Clip.Models.Weights;

namespace Clipper.Clip.Tests.Models;

/// <summary>The blocks of a tower written out in double precision, straight from their definition; slow and
/// plain.</summary>
internal sealed class ReferenceTower(ITowerShape shape, ITowerWeights weights, BlockSettings settings)
{
    private readonly Dictionary<string, double[]> _values = shape.Parameters().ToDictionary(
        pair => pair.Parameter.Name, pair => Read(weights, pair.Parameter, pair.Shape));

    public double[] this[string name] => _values[name];

    public double[][] Blocks(double[][] tokens)
    {
        for (int block = 0; block < shape.Layers; block++)
        {
            tokens = Block(tokens, $"transformer.{block}.");
        }

        return tokens;
    }

    public double[] Norm(double[] x, string name)
    {
        double mean = x.Average();
        double variance = x.Average(value => (value - mean) * (value - mean));
        double[] weight = _values[name + ".weight"];
        double[] bias = _values[name + ".bias"];
        double scale = 1 / Math.Sqrt(variance + settings.LayerNormEps);
        return [.. x.Select((value, i) => ((value - mean) * scale * weight[i]) + bias[i])];
    }

    public double[] Multiply(double[] x, string name)
    {
        double[] weight = _values[name + ".weight"];
        double[] bias = _values.GetValueOrDefault(name + ".bias") ?? new double[weight.Length / x.Length];
        return [.. bias.Select((start, row) => start + Dot(weight.AsSpan(row * x.Length, x.Length), x))];
    }

    public double[] Row(string name, int row) =>
        _values[name][(row * settings.Width)..((row + 1) * settings.Width)];

    public static double[] Add(double[] a, double[] b) => [.. a.Zip(b, (x, y) => x + y)];

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
                double[][] seen = settings.IsCausal ? packed[..(i + 1)] : packed;
                double[] scores =
                [
                    .. seen.Select(other =>
                        Dot(packed[i].AsSpan(query, size), other.AsSpan(key, size)) / Math.Sqrt(size)),
                ];
                double[] shares = [.. scores.Select(score => Math.Exp(score - scores.Max()))];
                double total = shares.Sum();
                for (int c = 0; c < size; c++)
                {
                    result[i][query + c] = seen.Select((other, j) => shares[j] * other[value + c]).Sum() / total;
                }
            }
        }

        return [.. result.Select(row => Multiply(row, name + "out_proj"))];
    }

    private double Activate(double x) => settings.Activation == Activation.QuickGelu
        ? x / (1 + Math.Exp(-1.702 * x))
        : x * 0.5 * (1 + Erf(x / Math.Sqrt(2)));

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

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    private static double[] Read(ITowerWeights weights, TowerParameter parameter, long[] shape)
    {
        var values = new float[shape.Aggregate(1L, (product, length) => product * length)];
        weights.Read(parameter, values);
        return Array.ConvertAll(values, value => (double)value);
    }
}
