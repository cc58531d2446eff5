using Clipper.Bench.Datasets.Storage;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets;

/// <summary>Collects samples with several labels, which are numbered in ordinal order of their names when all are
/// known.</summary>
internal sealed class LabelledSamples
{
    private readonly List<(string Id, string[] Labels)> _samples = [];

    /// <summary>Number of samples.</summary>
    public int Count => _samples.Count;

    /// <summary>Adds a sample; a label that is named twice counts once.</summary>
    public void Add(string id, params string[] labels) => _samples.Add((id, labels));

    /// <summary>The multi-label data set.</summary>
    /// <param name="variant">Its name in records.</param>
    /// <param name="path">Where it was found, for the error.</param>
    /// <param name="images">Reads the images.</param>
    /// <exception cref="DataFileException">There is no sample.</exception>
    public DatasetContent ToContent(string variant, string path, IImageStore images)
    {
        if (_samples.Count == 0)
        {
            throw new DataFileException(path, "holds no image of the data set.");
        }

        string[] classes =
            [.. _samples.SelectMany(s => s.Labels).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Dictionary<string, int> numbers =
            classes.Index().ToDictionary(c => c.Item, c => c.Index, StringComparer.Ordinal);
        return new(
            variant, true, classes,
            [.. _samples.Select(s => new Sample(s.Id, [.. s.Labels.Select(l => numbers[l]).Distinct().Order()]))],
            images);
    }
}
