using System.Globalization;
using System.Runtime.InteropServices;
using Clipper.Clip.Checkpoints;
using Clipper.Clip.Models;
using Clipper.Clip.Runtime;
using Clipper.Core.Errors;

namespace Clipper.Benchmarks.Comparison;

/// <summary>What <c>gpu.sh</c> runs on a machine with a GPU: the golden models on the device, then ViT-B/32 and
/// ViT-L/14 from pixels on the host to embeddings on the host, in all types, against PyTorch eager and
/// compiled.</summary>
internal sealed class GpuComparison : IDisposable
{
    private const string Script = "gpu_encode.py";
    private const int Images = 64;
    private const int Values = 3 * 224 * 224;
    private const double GoldenTolerance = 2e-5;

    private static readonly string[] s_towers = ["ViT-B-32", "ViT-L-14"];

    private readonly string _device;
    private readonly string _folder;
    private readonly int _batch;
    private readonly RivalProcess _rival;
    private readonly string[] _ways;
    private readonly float[] _pixels;

    /// <summary>Prepares both sides in a folder, which keeps the weights for another call.</summary>
    /// <param name="folder">For weights and pixels: 1.6 GB.</param>
    /// <param name="device">cuda or cuda:i; cpu to try the program out.</param>
    /// <param name="batch">Images a call.</param>
    public GpuComparison(string folder, string device, int batch)
    {
        (_folder, _device, _batch) = (folder, device, batch);
        if (!File.Exists(Path.Combine(folder, "pixels.bin")))
        {
            RivalProcess.Prepare(Script, folder);
        }

        TorchReport report = TorchRuntime.Start();
        Console.WriteLine($"ours: torch {report.TorchVersion}, {report.Provider}, {report.CudaDevices} CUDA devices");
        _rival = new RivalProcess(Script, folder, report.BlasCore);
        string place = _rival.Ask(device);
        Console.WriteLine($"rival: {_rival.Greeting}, {place}");
        bool compiles = device != "cpu" && place.EndsWith("compile", StringComparison.Ordinal);
        _ways = compiles ? ["eager", "compiled"] : ["eager"];
        _pixels = Read("pixels.bin");
    }

    /// <summary>Compares with the golden numbers.</summary>
    /// <param name="goldens">The folder of golden models.</param>
    /// <param name="device">Where to compute.</param>
    /// <exception cref="InvalidOperationException">Features are off, or there is no case.</exception>
    public static void CheckGoldens(string goldens, string device)
    {
        const string ending = "_io.safetensors";
        int cases = 0;
        foreach (string answers in Directory.EnumerateFiles(goldens, "*" + ending).Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileName(answers)[..^ending.Length];
            string[] files = [.. Directory.EnumerateFiles(goldens, $"{name}_openai*").Order(StringComparer.Ordinal)];
            foreach (string weights in files)
            {
                double error = GoldenError(answers, weights, device);
                Console.WriteLine($"golden {Path.GetFileName(weights)}: {Text(error, "E1")}");
                cases++;
                if (!(error <= GoldenTolerance))
                {
                    throw new InvalidOperationException($"{weights}: features are off by {error}.");
                }
            }
        }

        if (cases == 0)
        {
            throw new InvalidOperationException($"{goldens} holds no golden model.");
        }
    }

    /// <summary>Compares the answers of each type, then the times.</summary>
    public void Run(Rounds rounds)
    {
        foreach (string tower in s_towers)
        {
            _rival.Ask($"load {tower}");
            string file = Path.Combine(_folder, "answers.bin");
            _rival.Ask($"answers {file}");
            float[] expected = Read("answers.bin");
            foreach ((string name, Precision precision) in Precisions.All)
            {
                try
                {
                    using ImageEncoder encoder =
                        ImageEncoder.Load(ModelLoader.Describe(Path.Combine(_folder, tower)), _device, precision);
                    Compare(rounds, tower, name, encoder, expected);
                }
                catch (UsageException error)
                {
                    Console.WriteLine($"{tower} {name}: {error.Message}");
                }
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => _rival.Dispose();

    private static double GoldenError(string answers, string weights, string device)
    {
        using TensorFile file = TensorFile.OpenAny(answers);
        float[] pixels = file.ReadFloats("pixel_values");
        double[] expected = file.ReadDoubles("f64/image_features");
        using ImageEncoder encoder = ImageEncoder.Load(ModelLoader.Describe(weights), device);
        float[] features = new float[expected.Length];
        encoder.Encode(pixels, expected.Length / encoder.Dimension, features);
        return features.Zip(expected, (a, b) => Math.Abs(a - b)).Max() / expected.Max(value => Math.Abs(value));
    }

    private void Compare(Rounds rounds, string tower, string type, ImageEncoder encoder, float[] expected)
    {
        float[] actual = new float[expected.Length];
        encoder.Encode(_pixels, Images, actual);
        double distance = Enumerable.Range(0, Images).Max(row => Distances.Cosine(
            actual.AsSpan(row * encoder.Dimension, encoder.Dimension),
            expected.AsSpan(row * encoder.Dimension, encoder.Dimension)));
        Console.WriteLine($"{tower} {type}: 1 - cosine to PyTorch's fp32 at most {Text(distance, "E1")}");
        float[] batch = [.. Enumerable.Range(0, _batch).SelectMany(i => Image(i % Images))];
        float[] rows = new float[_batch * encoder.Dimension];
        foreach (string way in _ways)
        {
            rounds.Compare(
                $"{tower}, {type}, batch {_batch}, PyTorch {way}", "images/s",
                (_batch, () => Measurement.Of(() => encoder.Encode(batch, _batch, rows))),
                (_batch, () => _rival.Measure($"encode {type} {way} {_batch} 1")));
        }
    }

    private float[] Image(int index) => _pixels[(index * Values)..((index + 1) * Values)];

    private float[] Read(string name) =>
        MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(Path.Combine(_folder, name))).ToArray();

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
