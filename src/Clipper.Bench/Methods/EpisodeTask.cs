using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Bench.Methods;

/// <summary>What a method is given of an episode: the labelled support and the bare queries. The labels of queries are
/// not in it, so no method can learn from them.</summary>
internal sealed record EpisodeTask
{
    private readonly IRowSource<float>? _supportRows;
    private readonly IRowSource<float>? _queryRows;
    private Matrix<float>? _support;
    private Matrix<float>? _query;

    /// <summary>The seed of the episode's draw (<see cref="Core.Episodes.EpisodeSeed"/>); streams of the method's own
    /// derive from it: <c>Seed.Derive(purpose, data set, task.Seed)</c>.</summary>
    public required long Seed { get; init; }

    /// <summary>Names of the ways, in column order: sorted by code point (PROTOCOL section 1, step 3).</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>Whether a sample can have several labels.</summary>
    public required bool IsMultiLabel { get; init; }

    /// <summary>Support embeddings [n, d], unnormalised, class by class in drawn order.</summary>
    public Matrix<float> Support
    {
        get => _support ??= CopyOf(_supportRows ?? throw new InvalidOperationException("The task has no support."));
        init => _support = value;
    }

    /// <summary>The same, read where they lie.</summary>
    public IRowSource<float> SupportRows
    {
        get => _supportRows ?? new MatrixRows(Support);
        init => _supportRows = value;
    }

    /// <summary>The ways of each support row, as columns.</summary>
    public required LabelRows SupportLabels { get; init; }

    /// <summary>The data set's sample of each support row, for what <see cref="IMethodServices"/> knows of
    /// it.</summary>
    public required IReadOnlyList<int> SupportSamples { get; init; }

    /// <summary>Query embeddings [n, d], unnormalised.</summary>
    public Matrix<float> Query
    {
        get => _query ??= CopyOf(_queryRows ?? throw new InvalidOperationException("The task has no queries."));
        init => _query = value;
    }

    /// <summary>The same, read where they lie.</summary>
    public IRowSource<float> QueryRows
    {
        get => _queryRows ?? new MatrixRows(Query);
        init => _queryRows = value;
    }

    /// <summary>Number of ways.</summary>
    public int Ways => Classes.Count;

    private static Matrix<float> CopyOf(IRowSource<float> rows)
    {
        var copy = new Matrix<float>(rows.Rows, rows.Columns);
        for (int row = 0; row < rows.Rows; row++)
        {
            rows.Row(row).CopyTo(copy.Row(row));
        }

        return copy;
    }
}
