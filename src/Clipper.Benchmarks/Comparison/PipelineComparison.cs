using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Clipper.Bench.Embeddings;
using Clipper.Bench.Speed;
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
    private const double LargestDistance = 1e-5;
    private const int Workers = 2;

    // The rival's: 32 is a usual one, 8 is ours.
    private static readonly int[] s_batches = [32, 8];

    private readonly string _folder;
    private readonly string _cache;
    private readonly string _output;

    /// <summary>Prepares the pictures in a folder, which keeps them for another call.</summary>
    public PipelineComparison(string folder)
    {
        _folder = folder;
        _cache = Path.Combine(folder, "cache");
        _output = Path.Combine(folder, "embeddings.safetensors");
        if (!IsPrepared(folder))
        {
            RivalProcess.Prepare(Script, folder);
        }
    }

    /// <summary>Whether a folder holds what <c>pipeline.py write</c> makes; the model is made last.</summary>
    public static bool IsPrepared(string folder) =>
        File.Exists(Path.Combine(folder, $"image{Images - 1:D5}.jpg"))
        && File.Exists(Path.Combine(folder, "model.json"));

    /// <summary>Compares the embeddings, then the times and the memory.</summary>
    public void Run(Rounds rounds)
    {
        foreach (int batch in s_batches)
        {
            Own();
            Rival(batch);
            CompareAnswers();
            List<long> ours = [];
            List<long> theirs = [];
            rounds.Compare(
                $"{Images:N0} JPEG of 500×375 to embeddings, {Workers} workers each, the rival's batches of {batch}",
                "images/s",
                (Images, () => Measured(Own(), ours)),
                (Images, () => Measured(Rival(batch), theirs)));
            rounds.CompareMemory("largest memory of that", ours, theirs);
        }
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

    private ChildRun Own()
    {
        Dispose();
        return ChildRun.Of(Command, _folder, _cache, _output);
    }

    private ChildRun Rival(int batch)
    {
        JsonElement answer = RivalScript.Run<JsonElement>(
            Script, Workers, "run", _folder, batch.ToString(CultureInfo.InvariantCulture));
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
            throw new WrongAnswerException("the embeddings differ.");
        }
    }
}
