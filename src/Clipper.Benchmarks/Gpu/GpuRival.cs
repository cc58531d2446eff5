using System.Globalization;
using System.Runtime.InteropServices;
using Clipper.Benchmarks.Comparison;

namespace Clipper.Benchmarks.Gpu;

/// <summary>PyTorch on the device: <c>rivals/gpu_encode.py</c>. Its weights and compiled towers are kept for as long as
/// it runs.</summary>
internal sealed class GpuRival : IDisposable
{
    /// <summary>Images whose embeddings are compared.</summary>
    public const int Images = 64;

    private const string Script = "gpu_encode.py";

    private readonly RivalProcess _process;
    private readonly string _folder;

    /// <summary>Starts it.</summary>
    /// <param name="folder">Keeps weights for another call: 1.6 GB.</param>
    /// <param name="device">cuda or cuda:i; cpu to try the program out.</param>
    /// <param name="kernels">The BLAS kernels of a CPU.</param>
    public GpuRival(string folder, string device, string kernels)
    {
        Directory.CreateDirectory(folder);
        _folder = folder;
        _process = new RivalProcess(Script, folder, kernels);
        string place = _process.Ask(device);
        Console.WriteLine($"rival: {_process.Greeting}, {place}");
        bool compiles = device != "cpu" && place.EndsWith("compile", StringComparison.Ordinal);
        Ways = compiles ? ["eager", "compiled"] : ["eager"];
        _process.Ask("pixels pixels.bin");
        Pixels = File.ReadAllBytes(Path.Combine(folder, "pixels.bin"));
    }

    /// <summary>How it can compute.</summary>
    public IReadOnlyList<string> Ways { get; }

    /// <summary>uint8 [Images, 224, 224, 3].</summary>
    public byte[] Pixels { get; }

    /// <summary>The folder of a tower's weights, which it makes where they are missing.</summary>
    public string WeightsOf(string tower)
    {
        _process.Ask($"write {tower}");
        return Path.Combine(_folder, tower);
    }

    /// <summary>Its embeddings of the pixels, float32 [Images, n].</summary>
    public float[] Answers(string tower, string type, string way, int batch)
    {
        _process.Ask($"answers {tower} {type} {way} {batch} answers.bin");
        byte[] bytes = File.ReadAllBytes(Path.Combine(_folder, "answers.bin"));
        return MemoryMarshal.Cast<byte, float>(bytes).ToArray();
    }

    /// <summary>The time of that many batches.</summary>
    public Measurement Encode(string tower, string type, string way, int batch, int count) => _process.Measure(
        string.Create(CultureInfo.InvariantCulture, $"encode {tower} {type} {way} {batch} {count}"));

    /// <inheritdoc />
    public void Dispose() => _process.Dispose();
}
