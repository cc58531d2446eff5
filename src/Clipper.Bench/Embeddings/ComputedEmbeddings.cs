namespace Clipper.Bench.Embeddings;

/// <summary>What an embedding pass gave, before it is written.</summary>
/// <param name="Rows">The embeddings, in sample order; those of skipped samples are zeros.</param>
/// <param name="Skipped">Samples that could not be read, with the reasons.</param>
/// <param name="Clock">What the pass spent its time on.</param>
internal sealed record ComputedEmbeddings(RowFile Rows, SortedDictionary<int, string> Skipped, StageClock Clock)
    : IDisposable
{
    /// <inheritdoc />
    public void Dispose() => Rows.Dispose();
}
