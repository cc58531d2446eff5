using Clipper.Bench.Datasets;
using Clipper.Bench.Embeddings;
using Clipper.Bench.Methods;
using Clipper.Bench.Runs;
using Clipper.Clip.Models;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Bench.Tests.Runs;

/// <summary>Models, data sets and embeddings that exist in memory alone.</summary>
internal sealed class FakeInputs : IRunInputs
{
    public int ClassCount { get; init; } = 8;

    public string ManifestHash { get; init; } = new('a', 64);

    public bool HasWords { get; init; } = true;

    public double Noise { get; init; } = 0.9;

    /// <summary>The encoded image of a sample.</summary>
    public Func<int, byte[]> Image { get; init; } = _ => throw new NotSupportedException("There are no images.");

    public int[] Skipped { get; init; } = [];

    /// <summary>Called before a data set is opened.</summary>
    public Action<DatasetRequest> OnOpen { get; init; } = _ => { };

    /// <summary>Called before a data set is embedded.</summary>
    public Action<Subject> OnEmbed { get; init; } = _ => { };

    /// <summary>Called with the embeddings before a run sees them.</summary>
    public Action<Subject, FakeEmbeddings> OnEmbedded { get; init; } = (_, _) => { };

    /// <summary>Called when copies are embedded.</summary>
    public Action<Subject> OnCopies { get; init; } = _ => { };

    public int EmbedCalls { get; private set; }

    public ModelDescription Describe(string model) => ModelLoader.Describe(model);

    public IDataset Open(DatasetRequest request, Action<string> warn)
    {
        OnOpen(request);
        return new FakeDataset(request.Name, request.Variant == "multi", ClassCount, 24)
        {
            ManifestHash = ManifestHash,
            HasWords = HasWords,
            Image = Image,
        };
    }

    public EmbeddingKey KeyOf(Subject subject) =>
        EmbeddingKey.For(subject.Dataset, subject.Model, $"made up, {subject.Detour}");

    public bool HasEmbeddings(Subject subject) => false;

    public IEmbeddings Embed(Subject subject, BadImagePolicy policy, RunWatch watch)
    {
        EmbedCalls++;
        OnEmbed(subject);
        var embeddings = new FakeEmbeddings(subject.Dataset, Noise, Skipped);
        OnEmbedded(subject, embeddings);
        return embeddings;
    }

    /// <summary>Parts that are in the cache: data set, number, of how many.</summary>
    public HashSet<(string Dataset, int Index, int Count)> Parts { get; } = [];

    public bool IsEmbedded(Subject subject, int index, int count) =>
        Parts.Contains((subject.DatasetName, index, count));

    public void EmbedPart(Subject subject, BadImagePolicy policy, int index, int count, RunWatch watch) =>
        Parts.Add((subject.DatasetName, index, count));

    public IReadOnlyList<KeyValuePair<string, string>> TextFacts(Subject subject) => [new("text", "made up")];

    /// <summary>Text i of the data set's classes lies on the axis of class i, every other text at the origin.</summary>
    public Matrix<float> EmbedTexts(Subject subject, IReadOnlyList<string> texts, RunWatch watch)
    {
        var rows = new Matrix<float>(texts.Count, subject.Dataset.Classes.Count + 3);
        for (int i = 0; i < texts.Count; i++)
        {
            int label = subject.Dataset.Classes.ToList().FindIndex(texts[i].Contains);
            if (label >= 0)
            {
                rows.Row(i)[label] = 1;
            }
        }

        return rows;
    }

    /// <summary>Copies that are as the samples.</summary>
    public Matrix<float> EmbedCopies(
        Subject subject, IReadOnlyList<int> samples, Augmentation augmentation, RunWatch watch)
    {
        OnCopies(subject);
        var embeddings = new FakeEmbeddings(subject.Dataset, Noise, Skipped);
        var rows = new Matrix<float>(samples.Count * augmentation.Copies, embeddings.Dimension);
        for (int row = 0; row < rows.Rows; row++)
        {
            embeddings.Row(samples[row / augmentation.Copies]).CopyTo(rows.Row(row));
        }

        return rows;
    }
}
