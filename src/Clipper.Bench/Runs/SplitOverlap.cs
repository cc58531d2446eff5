using Clipper.Bench.Datasets;
using Clipper.Bench.Datasets.Verification;

namespace Clipper.Bench.Runs;

/// <summary>Finds images that are in two official splits of one data set that an experiment uses both: what is chosen
/// on one would be tested on itself.</summary>
internal static class SplitOverlap
{
    /// <summary>A sentence for every two splits that share images.</summary>
    /// <param name="requests">What the experiment asks for.</param>
    /// <param name="datasets">The data sets, in the same order.</param>
    public static IEnumerable<string> Of(IReadOnlyList<DatasetRequest> requests, IReadOnlyList<IDataset> datasets)
    {
        for (int i = 0; i < requests.Count; i++)
        {
            for (int j = i + 1; j < requests.Count; j++)
            {
                if (AreSplitsOfOne(requests[i], requests[j])
                    && ContentOverlap.Between(PartOf(datasets[i]), PartOf(datasets[j])) is { } overlap)
                {
                    yield return $"data set {requests[i].Name}: {overlap}";
                }
            }
        }
    }

    private static bool AreSplitsOfOne(DatasetRequest a, DatasetRequest b) =>
        a.Name == b.Name && a.Variant == b.Variant && a.Split != b.Split && IsOfficial(a) && IsOfficial(b);

    private static bool IsOfficial(DatasetRequest request) =>
        request.Split.Length > 0 && !Splits.IsRule(request.Split);

    private static CheckedPart PartOf(IDataset dataset) => new(dataset.Variant, dataset.Samples, dataset.ContentHashes);
}
