using System.Numerics.Tensors;
using Clipper.Bench.Configuration;
using Clipper.Bench.Datasets;
using Clipper.Bench.Embeddings;
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
    private readonly IEmbeddings _embeddings;
    private readonly bool _isHalf;
    private readonly int[] _classes;

    /// <summary>Looks at one episode of a data set.</summary>
    public EpisodeView(Episode episode, IDataset dataset, IEmbeddings embeddings, ProtocolQuirks quirks)
    {
        _isHalf = quirks.Follows(QuirkCatalog.Precision);
        _episode = episode;
        _dataset = dataset;
        _embeddings = embeddings;
        _classes = [.. episode.Classes.OrderBy(label => dataset.Classes[label], CodePointComparer.Instance)];
    }

    /// <summary>The labels of the queries.</summary>
    public LabelRows Truth() => Labels(_episode.Query);

    /// <summary>What a method is given.</summary>
    public EpisodeTask Task() => new()
    {
        Seed = _episode.Seed,
        Classes = [.. _classes.Select(label => _dataset.Classes[label])],
        IsMultiLabel = _dataset.IsMultiLabel,
        Support = Rows(_episode.Support, _dataset.SupportOf),
        SupportLabels = Labels(_episode.Support),
        SupportSamples = [.. _episode.Support.Select(sample => sample.Sample)],
        Query = Rows(_episode.Query, sample => sample),
    };

    private Matrix<float> Rows(IReadOnlyList<EpisodeSample> samples, Func<int, int> pictureOf)
    {
        var rows = new Matrix<float>(samples.Count, _embeddings.Dimension);
        for (int i = 0; i < samples.Count; i++)
        {
            _embeddings.Row(pictureOf(samples[i].Sample)).CopyTo(rows.Row(i));
        }

        if (_isHalf)
        {
            RoundToHalf(rows.Values);
        }

        return rows;
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
        var rows = new int[samples.Count][];
        for (int i = 0; i < rows.Length; i++)
        {
            IReadOnlyList<int> labels =
                _dataset.IsMultiLabel ? _dataset.Samples[samples[i].Sample].Labels : [samples[i].Class];
            rows[i] = [.. labels.Select(label => Array.IndexOf(_classes, label)).Where(column => column >= 0)];
        }

        return LabelRows.Of(rows, _classes.Length);
    }
}
