using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Clipper.Bench.Datasets;

/// <summary>The hash that stands for a data set's images and labels, whatever folder or archive they lie in.</summary>
internal static class DatasetManifest
{
    /// <summary>SHA-256 (lower-case hexadecimal) over the class names and, in loader order, every sample's id, content
    /// hash and labels; docs/formats.md has the text that is hashed.</summary>
    public static string Hash(
        IReadOnlyList<string> classes, IReadOnlyList<Sample> samples, IReadOnlyList<string> contentHashes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, "clipper-dataset 1\n");
        foreach (string name in classes)
        {
            Append(hash, $"class\t{name}\n");
        }

        for (int i = 0; i < samples.Count; i++)
        {
            Append(hash, $"sample\t{samples[i].Id}\t{contentHashes[i]}\t{Labels(samples[i])}\n");
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string Labels(Sample sample) => string.Join(';', sample.Labels.Select((label, place) =>
    {
        int times = sample.Instances?[place] ?? 1;
        string suffix = times == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"*{times}");
        return label.ToString(CultureInfo.InvariantCulture) + suffix;
    }));

    private static void Append(IncrementalHash hash, string text) => hash.AppendData(Encoding.UTF8.GetBytes(text));
}
