using System.Runtime.InteropServices;
using Clipper.Bench.Speed;
using Clipper.Clip.Imaging;
using Clipper.Clip.Runtime;

namespace Clipper.Benchmarks.Comparison;

/// <summary>JPEG files of 500 × 375 to normalised pixels of 224 × 224 on one thread: the preprocessor against Pillow
/// and torchvision.</summary>
internal sealed class DecodeComparison : IDisposable
{
    private const string Script = "decode.py";
    private const int Size = 224;
    private const int Passes = 4;
    private const int Values = 3 * Size * Size;
    private const float LargestDifference = 1e-6f;

    private readonly ImagePreprocessor _preprocessor = new(PreprocessSpec.Clip(Size));
    private readonly RivalProcess _rival;
    private readonly string _folder;
    private readonly string[] _files;
    private readonly byte[] _pixels = new byte[Values];

    /// <summary>Prepares both sides in a folder, which keeps the pictures for another call.</summary>
    public DecodeComparison(string folder)
    {
        _folder = folder;
        RivalProcess.Prepare(Script, folder);
        _files = [.. Directory.EnumerateFiles(folder, "*.jpg").Order(StringComparer.Ordinal)];
        _rival = new RivalProcess(Script, folder, TorchRuntime.Start().BlasCore);
        Console.WriteLine($"ours: {ImagePreprocessor.DecoderVersions}; rival: {_rival.Greeting}");
    }

    /// <summary>Compares the pixels, then the times.</summary>
    public void Run(Rounds rounds)
    {
        ComparePixels();
        float[] planes = new float[Values];
        rounds.Compare(
            "JPEG 500×375 to tensor, 1 thread", "images/s",
            (Passes * _files.Length, () => Measurement.Of(() => LoadAll(planes))),
            (Passes * _files.Length, () => _rival.Measure($"decode {Passes}")));
    }

    /// <inheritdoc />
    public void Dispose() => _rival.Dispose();

    private void ComparePixels()
    {
        string answers = Path.Combine(_folder, "answers.bin");
        _rival.Ask($"answers {answers}");
        ReadOnlySpan<float> expected = MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(answers));
        float[] planes = new float[Values];
        float largest = 0;
        for (int file = 0; file < _files.Length; file++)
        {
            Load(_files[file], planes);
            for (int i = 0; i < Values; i++)
            {
                largest = Math.Max(largest, Math.Abs(planes[i] - expected[(file * Values) + i]));
            }
        }

        Console.WriteLine($"pixels: differ by at most {largest:E1}");
        if (largest > LargestDifference)
        {
            throw new WrongAnswerException("the pixels differ.");
        }
    }

    private void LoadAll(float[] planes)
    {
        for (int pass = 0; pass < Passes; pass++)
        {
            Array.ForEach(_files, file => Load(file, planes));
        }
    }

    private void Load(string file, float[] planes)
    {
        _preprocessor.ToPixels(File.ReadAllBytes(file), file, _pixels);
        _preprocessor.Normalize(_pixels, planes);
    }
}
