using Clipper.Bench.Datasets.Storage;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets.WebDataset;

/// <summary>Puts the files of a shard together to samples. A file's key is its path up to the first dot of its
/// name.</summary>
internal static class ShardSamples
{
    /// <summary>Adds the samples of a shard, in the order of their images.</summary>
    /// <returns>Files that belong to no sample.</returns>
    /// <exception cref="DataFileException">Damaged, hostile, or an image without a label.</exception>
    public static int Add(string shard, DatasetOptions options, JoinedStore store, List<NamedSample> samples)
    {
        var tree = FileTree.OfArchive(shard, options);
        store.Own(tree.Store);
        ILookup<string, string> files = tree.Files.ToLookup(KeyOf, StringComparer.Ordinal);
        int used = 0;
        foreach (IGrouping<string, string> group in files.OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            string[] images = [.. group.Where(ImageFileNames.Match)];
            string[] labels = [.. group.Where(WebLabels.Match).Order(StringComparer.Ordinal)];
            if (images.Length == 0)
            {
                continue;
            }

            if (images.Length > 1 || labels.Length == 0)
            {
                throw new DataFileException(
                    $"{shard}/{images[0]}",
                    images.Length > 1 ? $"is one of {images.Length} images of a sample; expected one."
                        : $"has no label: expected {group.Key}.cls or {group.Key}.json beside it.");
            }

            string id = $"{Path.GetFileName(shard)}/{images[0]}";
            store.Add(id, tree.Store, images[0]);
            samples.Add(WebLabels.Read(id, $"{shard}/{labels[0]}", tree.Store.Read(labels[0])));
            used += 2;
        }

        return tree.Files.Count - used + tree.HiddenFiles;
    }

    private static string KeyOf(string path)
    {
        int name = path.LastIndexOf('/') + 1;
        int dot = path.IndexOf('.', name);
        return dot < 0 ? path : path[..dot];
    }
}
