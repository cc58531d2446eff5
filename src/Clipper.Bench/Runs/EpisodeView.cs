using System.Numerics.Tensors;
using Clipper.Bench.Configuration;
using Clipper.Bench.Datasets;
using Clipper.Bench.Methods;
using Clipper.Core.Episodes;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Bench.Runs;

/// <summary>An episode's rows and labels, its classes in sorted order: what a method is given, and, apart from it, the
/// truth.</summary>
internal sealed class EpisodeView
{
    private readonly Episode _episode;
    private readonly IDataset _dataset;
    private readonly EpisodeTables _embeddings;
    private readonly bool _isHalf;
    private readonly int[] _classes;

    /// <summary>Looks at one episode of a data set.</summary>
    public EpisodeView(Episode episode, IDataset dataset, EpisodeTables embeddings, ProtocolQuirks quirks)
        : this(
            episode, dataset, embeddings, quirks,
            [.. episode.Classes.OrderBy(label => dataset.Classes[label], CodePointComparer.Instance)])
    {
    }

    private EpisodeView(
        Episode episode, IDataset dataset, EpisodeTables embeddings, ProtocolQuirks quirks, int[] classes)
    {
        _isHalf = quirks.Follows(QuirkCatalog.Precision);
        _episode = episode;
        _dataset = dataset;
        _embeddings = embeddings;
        _classes = classes;
    }

    /// <summary>Looks at one episode without sorting its classes.</summary>
    public static EpisodeView InDrawnOrder(
        Episode episode, IDataset dataset, EpisodeTables embeddings, ProtocolQuirks quirks) =>
        new(episode, dataset, embeddings, quirks, [.. episode.Classes]);

    /// <summary>The labels of the queries.</summary>
    public LabelRows Truth() => Labels(_episode.Query);

    /// <summary>What the queries are.</summary>
    public EpisodeTruth Queries() => new(_classes, Truth(), [.. _episode.Query.Select(sample => sample.Sample)]);

    /// <summary>The labels of each query, in the data set's own order.</summary>
    public int[][] QueryLabels() => LabelLists(_episode.Query);

    /// <summary>What a method is given.</summary>
    public EpisodeTask Task() => new()
    {
        Seed = _episode.Seed,
        Classes = [.. _classes.Select(label => _dataset.Classes[label])],
        IsMultiLabel = _dataset.IsMultiLabel,
        SupportRows = Rows(_embeddings.Support, _episode.Support, _dataset.SupportOf),
        SupportLabels = Labels(_episode.Support),
        SupportSamples = [.. _episode.Support.Select(sample => sample.Sample)],
        QueryRows = Rows(_embeddings.Query, _episode.Query, sample => sample),
    };

    private IRowSource<float> Rows(
        SampleTable table, IReadOnlyList<EpisodeSample> samples, Func<int, int> pictureOf)
    {
        var rows = new SampleRows(table, [.. samples.Select(sample => pictureOf(sample.Sample))]);
        return _isHalf ? RoundedToHalf(rows) : rows;
    }

    private static MatrixRows RoundedToHalf(SampleRows rows)
    {
        var rounded = new Matrix<float>(rows.Rows, rows.Columns);
        for (int row = 0; row < rows.Rows; row++)
        {
            rows.Row(row).CopyTo(rounded.Row(row));
        }

        RoundToHalf(rounded.Values);
        return new MatrixRows(rounded);
    }

    private static void RoundToHalf(Span<float> values)
    {
        var halves = new Half[values.Length];
        TensorPrimitives.ConvertToHalf(values, halves);
        TensorPrimitives.ConvertToSingle(halves, values);
    }

    // A single-label sample carries the class that it was drawn for, a multi-label one all of its labels that are ways.
    private LabelRows Labels(IReadOnlyList<EpisodeSample> samples)
    {
        if (!_dataset.IsMultiLabel)
        {
            return LabelRows.Single(
                [.. samples.Select(sample => Array.IndexOf(_classes, sample.Class))], _classes.Length);
        }

        return LabelRows.Of(LabelLists(samples), _classes.Length);
    }

    private int[][] LabelLists(IReadOnlyList<EpisodeSample> samples)
    {
        var rows = new int[samples.Count][];
        for (int i = 0; i < rows.Length; i++)
        {
            IReadOnlyList<int> labels =
                _dataset.IsMultiLabel ? _dataset.Samples[samples[i].Sample].Labels : [samples[i].Class];
            rows[i] = [.. labels.Select(label => Array.IndexOf(_classes, label)).Where(column => column >= 0)];
        }

        return rows;
    }
}
