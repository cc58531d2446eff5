using System.ComponentModel;
using BenchmarkDotNet.Attributes;
using Clipper.Benchmarks.Suite;
using Clipper.Clip.Checkpoints;

namespace Clipper.Benchmarks.Files;

/// <summary>A file of weights that the system holds in memory: opened and checked, read as float32 (from float32 and
/// from float16), and hashed.</summary>
[Description("safetensors, 64 MiB that the page cache holds")]
public class SafetensorsBenchmark : ICountedWork, IDisposable
{
    private const int Bytes = 64 << 20;

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"clipper-benchmark-{Environment.ProcessId}");
    private readonly float[] _values = new float[Bytes / sizeof(float)];
    private readonly float[] _twice = new float[Bytes / 2];
    private string _path = "";

    [GlobalSetup]
    public void SetUp()
    {
        Directory.CreateDirectory(_folder);
        _path = Path.Combine(_folder, "weights.safetensors");
        byte[] numbers = new byte[Bytes]; // zeros take as long as any number
        new SafetensorsWriter()
            .Add("single", TensorType.F32, numbers, Bytes / 4)
            .Add("half", TensorType.F16, numbers, Bytes / 2)
            .Save(_path);
    }

    [GlobalCleanup]
    public void Dispose()
    {
        GC.SuppressFinalize(this);
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Benchmark]
    public int Open()
    {
        using var file = SafetensorsFile.Open(_path);
        return file.Tensors.Count;
    }

    [Benchmark]
    public void ReadSingle()
    {
        using var file = SafetensorsFile.Open(_path);
        file.ReadFloats("single", _values);
    }

    [Benchmark]
    public void ReadHalf()
    {
        using var file = SafetensorsFile.Open(_path);
        file.ReadFloats("half", _twice);
    }

    [Benchmark]
    public string Hash()
    {
        using var file = SafetensorsFile.Open(_path);
        return file.ComputeSha256();
    }

    /// <inheritdoc />
    public Work WorkOf(string benchmark) => benchmark switch
    {
        nameof(Open) => new(1, "files", Bytes: Environment.SystemPageSize), // of a mapped file, that with the header
        nameof(ReadHalf) => new(Bytes / 2, "numbers", Bytes: Bytes + (2.0 * Bytes)),
        nameof(ReadSingle) => new(Bytes / 4, "numbers", Bytes: 2.0 * Bytes),
        _ => new(2.0 * Bytes, "bytes", Bytes: 2.0 * Bytes),
    };
}
