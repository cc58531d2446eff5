using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Clipper.Bench.Embeddings;
using Clipper.Bench.Stages;
using Clipper.Clip.Models;
using Clipper.Clip.Runtime;

namespace Clipper.Benchmarks.Comparison;

/// <summary>2,000 JPEG files of 500 × 375 to a file of embeddings, in a process of its own, against a DataLoader with
/// two workers: time and the largest memory. The tower is a small one, so that decoding is a good part of the
/// work.</summary>
internal sealed class PipelineComparison : IDisposable
{
    /// <summary>The argument that makes this program embed a folder and end.</summary>
    public const string Command = "embed-folder";

    private const string Script = "pipeline.py";
    private const int Images = 2_000;
    private const int Workers = 2;
    private const double LargestDistance = 1e-5;

    private readonly string _folder;
    private readonly string _cache;
    private readonly string _output;

    /// <summary>Prepares the pictures in a folder, which keeps them for another call.</summary>
    public PipelineComparison(string folder)
    {
        _folder = folder;
        _cache = Path.Combine(folder, "cache");
        _output = Path.Combine(folder, "embeddings.safetensors");
        if (!File.Exists(Path.Combine(folder, "pixels.bin")))
        {
            RivalProcess.Prepare(Script, folder);
        }
    }

    /// <summary>Compares the times and the memory, then the embeddings.</summary>
    public void Run(Rounds rounds)
    {
        List<long> ours = [];
        List<long> theirs = [];
        rounds.Compare(
            $"{Images:N0} JPEG of 500×375 to embeddings, {Workers} workers each", "images/s",
            (Images, () => Measured(Own(), ours)),
            (Images, () => Measured(Rival(), theirs)));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"largest memory, median of the rounds: {Median(ours) / 1e6:F0} MB, rival {Median(theirs) / 1e6:F0} MB: "
            + $"{(double)Median(ours) / Median(theirs):F3} of it"));
        CompareAnswers();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (Directory.Exists(_cache))
        {
            Directory.Delete(_cache, recursive: true);
        }
    }

    /// <summary>What the child does: embeds a folder of images with the model in it, without a cache of
    /// before.</summary>
    public static void Embed(string folder, string cache, string output)
    {
        TorchRuntime.Start();
        IReadOnlyList<ImageFile> images = ImageFiles.Expand([folder]);
        var options = new EmbeddingOptions(cache, "cpu", Workers: Workers);
        var stage = new EmbedStage(ModelLoader.Describe(folder), options, output);
        ChildRun.Print(() => stage.EmbedImages(
            images, Console.Error.WriteLine, new Progress<EmbeddingProgress>(), CancellationToken.None));
    }

    private static Measurement Measured(ChildRun run, List<long> peaks)
    {
        peaks.Add(run.PeakBytes);
        return new Measurement(run.Seconds, run.Processor);
    }

    private static long Median(List<long> peaks) => peaks.Order().ElementAt(peaks.Count / 2);

    private ChildRun Own()
    {
        Dispose();
        return ChildRun.Of(Command, _folder, _cache, _output);
    }

    private ChildRun Rival()
    {
        JsonElement answer = RivalScript.Run<JsonElement>(Script, Workers, "run", _folder);
        return new ChildRun(
            answer.GetProperty("seconds").GetDouble(), answer.GetProperty("processor").GetDouble(),
            answer.GetProperty("memory").GetInt64());
    }

    private void CompareAnswers()
    {
        float[] theirs = MemoryMarshal.Cast<byte, float>(
            File.ReadAllBytes(Path.Combine(_folder, "answers.bin"))).ToArray();
        float[] ours = EmbeddingsFile.Read(TensorSource.Parse(_output)).Values.Values.ToArray();
        int dimension = ours.Length / Images;
        double largest = Enumerable.Range(0, Images).Max(row => Distances.Cosine(
            ours.AsSpan(row * dimension, dimension), theirs.AsSpan(row * dimension, dimension)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"embeddings: 1 - cosine at most {largest:E1}"));
        if (largest > LargestDistance || ours.Length != theirs.Length)
        {
            throw new InvalidOperationException("the embeddings differ.");
        }
    }
}
