using System.Globalization;
using Clipper.Bench.Datasets;
using Clipper.Core.Episodes;

namespace Clipper.Bench.Runs;

/// <summary>Looks for what makes episodes easier than they seem: support and query that come from one source (frames of
/// a video) or are the same picture.</summary>
internal static class EpisodeAudit
{
    /// <summary>What the user should know about the episodes of a data set; nothing where all is well.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="setting">The setting in words.</param>
    /// <param name="episodes">Its episodes.</param>
    public static IEnumerable<string> Warnings(IDataset dataset, string setting, IReadOnlyList<Episode> episodes)
    {
        string where = $"{dataset.QualifiedName} {setting}";
        if (dataset.Samples.Any(sample => sample.Source is not null)
            && Shared(dataset, episodes, sample => dataset.Samples[sample].Source) is { } source)
        {
            yield return $"{where}: {source} share a source, so they are easier than images of other sources.";
        }

        IReadOnlyList<string> hashes = dataset.ContentHashes;
        if (hashes.Count > 0 && Shared(dataset, episodes, PictureOf) is { } picture)
        {
            yield return $"{where}: {picture} are the same picture, byte for byte.";
        }

        // Parts of one image are the same picture only where they are the same part.
        string PictureOf(int sample) => hashes[sample] + dataset.Samples[sample].Region;
    }

    private static string? Shared(IDataset dataset, IReadOnlyList<Episode> episodes, Func<int, string?> keyOf)
    {
        int count = 0;
        string first = "";
        for (int k = 0; k < episodes.Count; k++)
        {
            if (FirstPair(episodes[k], keyOf) is { } pair)
            {
                count++;
                first = first.Length > 0 ? first : string.Create(
                    CultureInfo.InvariantCulture,
                    $"episode {k}, {dataset.Samples[pair.Support].Id} and {dataset.Samples[pair.Query].Id}");
            }
        }

        return count == 0 ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"in {count} of {episodes.Count} episodes images of support and query (the first: {first})");
    }

    private static (int Support, int Query)? FirstPair(Episode episode, Func<int, string?> keyOf)
    {
        var support = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (EpisodeSample sample in episode.Support)
        {
            if (keyOf(sample.Sample) is { } key)
            {
                support.TryAdd(key, sample.Sample);
            }
        }

        foreach (EpisodeSample sample in episode.Query)
        {
            if (keyOf(sample.Sample) is { } key && support.TryGetValue(key, out int twin))
            {
                return (twin, sample.Sample);
            }
        }

        return null;
    }
}
