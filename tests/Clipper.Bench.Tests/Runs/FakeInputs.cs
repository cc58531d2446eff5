using Clipper.Bench.Datasets;
using Clipper.Bench.Embeddings;
using Clipper.Bench.Runs;
using Clipper.Clip.Models;

namespace Clipper.Bench.Tests.Runs;

/// <summary>Models, data sets and embeddings that exist in memory alone.</summary>
internal sealed class FakeInputs : IRunInputs
{
    public int ClassCount { get; init; } = 8;

    public string ManifestHash { get; init; } = new('a', 64);

    public double Noise { get; init; } = 0.9;

    public int[] Skipped { get; init; } = [];

    /// <summary>Called before a data set is embedded.</summary>
    public Action<Subject> OnEmbed { get; init; } = _ => { };

    /// <summary>Called with the embeddings before a run sees them.</summary>
    public Action<Subject, FakeEmbeddings> OnEmbedded { get; init; } = (_, _) => { };

    public int EmbedCalls { get; private set; }

    public ModelDescription Describe(string model) => ModelLoader.Describe(model);

    public IDataset Open(DatasetRequest request, Action<string> warn) =>
        new FakeDataset(request.Name, request.Variant == "multi", ClassCount, 24) { ManifestHash = ManifestHash };

    public EmbeddingKey KeyOf(Subject subject) => EmbeddingKey.For(subject.Dataset, subject.Model, "made up");

    public IEmbeddings Embed(Subject subject, BadImagePolicy policy, RunWatch watch)
    {
        EmbedCalls++;
        OnEmbed(subject);
        var embeddings = new FakeEmbeddings(subject.Dataset, Noise, Skipped);
        OnEmbedded(subject, embeddings);
        return embeddings;
    }
}
