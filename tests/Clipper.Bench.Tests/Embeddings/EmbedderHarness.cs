using Clipper.Bench.Datasets;
using Clipper.Bench.Embeddings;
using Clipper.Clip.Imaging;
using Clipper.Clip.Models;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Embeddings;

/// <summary>An embedder on a fake pipeline, with a cache of its own.</summary>
internal sealed class EmbedderHarness : IDisposable
{
    public static ModelDescription Model { get; } = new(
        "toy", null, "weights", "random",
        new VisionSettings(32, 8, 16, 2, 2, 64, 5, Activation.QuickGelu, 1e-5, true, false, true),
        PreprocessSpec.Clip(32));

    public TemporaryFolder Folder { get; } = new();

    public string CacheRoot => Folder.Combine("cache");

    public List<string> Warnings { get; } = [];

    /// <summary>Called with a warning, on the thread that gives it.</summary>
    public Action<string> OnWarning { get; set; } = _ => { };

    public FakePipeline Pipeline { get; set; } = new();

    public EmbeddingTable Embed(IDataset dataset, EmbeddingOptions? options = null, ModelDescription? model = null) =>
        Embedder(options).Embed(dataset, model ?? Model, null, CancellationToken.None);

    public Embedder Embedder(EmbeddingOptions? options = null) =>
        new((options ?? new()) with { CacheRoot = CacheRoot }, Warn, _ => Pipeline);

    public EmbeddingCache Cache(TimeProvider? time = null) => new(CacheRoot, Warn, time);

    public string File(string suffix) => Directory.GetFiles(CacheRoot, "*" + suffix).Single();

    public static float[] Values(EmbeddingTable table) =>
        [.. Enumerable.Range(0, table.Count).SelectMany(i => table.Row(i).ToArray())];

    public void Dispose() => Folder.Dispose();

    private void Warn(string message)
    {
        lock (Warnings)
        {
            Warnings.Add(message);
        }

        OnWarning(message);
    }
}
