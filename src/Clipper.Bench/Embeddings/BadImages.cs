using System.Globalization;
using Clipper.Bench.Datasets;
using Clipper.Core.Errors;

namespace Clipper.Bench.Embeddings;

/// <summary>Collects the images that cannot be read, and applies the policy.</summary>
internal sealed class BadImages(BadImagePolicy policy)
{
    private const int PercentAllowed = 10;

    private readonly SortedDictionary<int, DataFileException> _errors = [];

    /// <summary>Whether an image already decides the pass: no further batch need be read.</summary>
    public bool IsFatal { get; private set; }

    /// <summary>Adds one; called from any thread.</summary>
    public void Add(int index, DataFileException error)
    {
        lock (_errors)
        {
            _errors.Add(index, error);
            IsFatal = policy == BadImagePolicy.Fail;
        }
    }

    /// <summary>The skipped samples and their reasons, at the end of a pass.</summary>
    /// <exception cref="DataFileException">Policy fail: the first bad image. Policy skip: more than a tenth are
    /// bad.</exception>
    public SortedDictionary<int, string> Judge(IDataset dataset)
    {
        if (IsFatal)
        {
            DataFileException first = _errors.First().Value;
            throw Fatal(dataset, first.Path, first.Problem);
        }

        var skipped = new SortedDictionary<int, string>(_errors.ToDictionary(e => e.Key, e => e.Value.Problem));
        if (dataset is not SampleRange)
        {
            RequireFew(dataset, skipped);
        }

        return skipped;
    }

    /// <summary>The error of policy fail.</summary>
    public static DataFileException Fatal(IDataset dataset, string image, string problem) =>
        new(image, $"{problem} (data set {dataset.Name}; to leave such images out: 'images: {{ on-error: skip }}' in "
            + "an experiment, '--on-bad-image skip' for clipper embed)");

    /// <summary>Refuses a data set of which too many images were skipped; some of its rows alone say nothing about
    /// that.</summary>
    /// <exception cref="DataFileException">More than a tenth are bad.</exception>
    public static void RequireFew(IDataset dataset, SortedDictionary<int, string> skipped)
    {
        if (100L * skipped.Count > (long)PercentAllowed * dataset.Samples.Count)
        {
            throw new DataFileException(dataset.Name, string.Create(
                CultureInfo.InvariantCulture,
                $"{skipped.Count} of {dataset.Samples.Count} images cannot be read; at most {PercentAllowed} % may be "
                + $"skipped. The first: {dataset.Samples[skipped.First().Key].Id}: {skipped.First().Value}"));
        }
    }
}
