using Clipper.Bench.Embeddings;

namespace Clipper.Bench.Runs;

/// <summary>The embeddings that episodes of a data set are made of: those of support and those of queries, which are
/// the same table unless their pictures go through different resizes (PROTOCOL Q6). Owns them.</summary>
internal sealed class EpisodeTables : IDisposable
{
    private readonly IEmbeddings _query;
    private readonly IEmbeddings _support;

    /// <summary>One table for both.</summary>
    /// <param name="embeddings">The rows.</param>
    /// <param name="count">Number of samples.</param>
    public EpisodeTables(IEmbeddings embeddings, int count)
        : this(embeddings, embeddings, count)
    {
    }

    /// <summary>A table for each.</summary>
    /// <param name="query">The rows of queries.</param>
    /// <param name="support">The rows of support.</param>
    /// <param name="count">Number of samples.</param>
    public EpisodeTables(IEmbeddings query, IEmbeddings support, int count)
    {
        _query = query;
        _support = support;
        Query = new SampleTable(query, count);
        Support = ReferenceEquals(query, support) ? Query : new SampleTable(support, count);
    }

    /// <summary>The rows of queries.</summary>
    public SampleTable Query { get; }

    /// <summary>The rows of support.</summary>
    public SampleTable Support { get; }

    /// <summary>Samples without an embedding in one of them; they take part in no episode.</summary>
    public IReadOnlyCollection<int> Skipped => [.. _query.Skipped.Keys.Union(_support.Skipped.Keys)];

    /// <inheritdoc />
    public void Dispose()
    {
        _query.Dispose();
        if (!ReferenceEquals(_query, _support))
        {
            _support.Dispose();
        }
    }
}
