using Clipper.Bench.Datasets;
using Clipper.Bench.Methods;
using Clipper.Bench.Runs;
using Clipper.Clip.Models;
using Clipper.Core.LinearAlgebra;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Runs;

/// <summary>Changed copies through the real decoder, encoder and cache, as methods get them.</summary>
public sealed class CopyTablesTests : IDisposable
{
    private static readonly int[] s_samples = [9, 4];

    private readonly TemporaryFolder _folder = new();
    private readonly RecordingObserver _observer = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Copies_of_a_sample_stand_together_and_the_first_are_those_of_a_method_with_fewer()
    {
        using IDataset shapes = DatasetCatalog.Open(new("shapes", Limit: 36));
        var subject = new Subject(shapes, ModelLoader.Describe("random:7"));

        (Matrix<float> two, IReadOnlyList<bool> first) = Embed(subject, copies: 2);
        (Matrix<float> three, IReadOnlyList<bool> second) = Embed(subject, copies: 3);

        Assert.Equal([false, false], first);
        Assert.Equal([true, true, false], second);
        Assert.Equal((4, 6), (two.Rows, three.Rows));
        for (int sample = 0; sample < s_samples.Length; sample++)
        {
            Assert.Equal(two.Row(2 * sample).ToArray(), three.Row(3 * sample).ToArray());
            Assert.Equal(two.Row((2 * sample) + 1).ToArray(), three.Row((3 * sample) + 1).ToArray());
            Assert.NotEqual(three.Row(3 * sample).ToArray(), three.Row((3 * sample) + 2).ToArray());
        }
    }

    // The rows, and whether the cache had each table of them.
    private (Matrix<float> Rows, IReadOnlyList<bool> FromCache) Embed(Subject subject, int copies)
    {
        var inputs = new CatalogInputs(
            new RunOptions(_folder.Combine("a"), "cpu", CacheRoot: _folder.Combine("cache")));
        var journal = new RunJournal(TimeProvider.System);
        Matrix<float> rows = inputs.EmbedCopies(
            subject, s_samples, new Augmentation(AugmentationKind.Nontrivial, copies, 5),
            new RunWatch(_observer, journal, CancellationToken.None));
        return (rows, [.. journal.Embeddings.Select(table => table.FromCache)]);
    }
}
