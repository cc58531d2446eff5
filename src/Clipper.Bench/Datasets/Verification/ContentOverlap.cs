using System.Globalization;

namespace Clipper.Bench.Datasets.Verification;

/// <summary>Images that are the same, byte for byte.</summary>
internal static class ContentOverlap
{
    /// <summary>Says that two splits share images, with the first pair; null where they share none.</summary>
    public static string? Between(CheckedPart a, CheckedPart b)
    {
        Dictionary<string, int> first = FirstOfEach(a);
        int[] shared =
        [
            .. Enumerable.Range(0, b.Hashes.Count).Where(i => b.Hashes[i].Length > 0 && first.ContainsKey(b.Hashes[i])),
        ];
        return shared.Length == 0 ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"{shared.Length} images of {b.Name} are in {a.Name} too, byte for byte; the first is {b.Id(shared[0])} = "
            + $"{a.Id(first[b.Hashes[shared[0]]])}.");
    }

    /// <summary>Counts the images of a part that repeat an earlier one, and says which comes first and whether labels
    /// differ; null where there is none.</summary>
    public static string? Within(CheckedPart part, out int duplicates)
    {
        Dictionary<string, int> first = FirstOfEach(part);
        (int Original, int Copy)[] pairs =
        [
            .. Enumerable.Range(0, part.Hashes.Count)
                .Where(i => part.Hashes[i].Length > 0 && first[part.Hashes[i]] != i)
                .Select(i => (first[part.Hashes[i]], i)),
        ];
        duplicates = pairs.Length;
        if (pairs.Length == 0)
        {
            return null;
        }

        int differing = pairs.Count(p => !part.Labels(p.Original).SequenceEqual(part.Labels(p.Copy)));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{pairs.Length} images of {part.Name} repeat an earlier one, {differing} of them under other labels; the "
            + $"first is {part.Id(pairs[0].Copy)} = {part.Id(pairs[0].Original)}. Support and query can hold both.");
    }

    private static Dictionary<string, int> FirstOfEach(CheckedPart part)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < part.Hashes.Count; i++)
        {
            if (part.Hashes[i].Length > 0)
            {
                first.TryAdd(part.Hashes[i], i);
            }
        }

        return first;
    }
}
