using System.Globalization;
using Clipper.Bench.Datasets.Storage;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets;

/// <summary>Numbers the classes of samples whose labels are words or numbers. With a list of names numbers index it;
/// without, they are names themselves and in numerical order; words are in ordinal order.</summary>
internal static class NamedSamples
{
    private const string ClassNames = "classnames.txt";

    /// <summary>The data set.</summary>
    /// <param name="variant">Its name in records.</param>
    /// <param name="samples">Its samples, at least one.</param>
    /// <param name="store">Reads the images.</param>
    /// <param name="folders">Where <c>classnames.txt</c> may lie, a name a line; the first that has it counts.</param>
    /// <exception cref="DataFileException">A label is beyond the list of names, or that has a name twice.</exception>
    public static DatasetContent Number(
        string variant, IReadOnlyList<NamedSample> samples, IImageStore store, params string[] folders)
    {
        string[]? names = folders.Select(ReadNames).FirstOrDefault(found => found is not null);
        string[] labels = [.. samples.SelectMany(s => s.Labels).Distinct(StringComparer.Ordinal)];
        bool isNumbered = Array.TrueForAll(labels, label => NumberOf(label) is not null);
        string[] classes = isNumbered && names is not null ? [.. names]
            : [.. labels.OrderBy(l => isNumbered ? NumberOf(l) : 0).ThenBy(l => l, StringComparer.Ordinal)];
        Dictionary<string, int> numbers = isNumbered && names is not null
            ? labels.ToDictionary(label => label, label => NumberOf(label) ?? 0, StringComparer.Ordinal)
            : classes.Index().ToDictionary(c => c.Item, c => c.Index, StringComparer.Ordinal);
        if (labels.FirstOrDefault(label => numbers[label] >= classes.Length) is { } beyond)
        {
            string first = samples.First(s => s.Labels.Contains(beyond)).Id;
            throw new DataFileException(
                $"{store.Location}/{first}", $"has label {beyond}; {ClassNames} has {classes.Length} names, from 0.");
        }

        return new(
            variant, samples.Any(s => s.IsMultiLabel), classes,
            [.. samples.Select(s => new Sample(s.Id, [.. s.Labels.Select(l => numbers[l]).Distinct().Order()]))],
            store);
    }

    private static string[]? ReadNames(string folder)
    {
        string path = Path.Combine(folder, ClassNames);
        if (!File.Exists(path))
        {
            return null;
        }

        string[] names = [.. File.ReadAllLines(path).Select(line => line.Trim()).Where(line => line.Length > 0)];
        return names.Distinct(StringComparer.Ordinal).Count() == names.Length ? names
            : throw new DataFileException(path, "has a name twice.");
    }

    private static int? NumberOf(string label) =>
        int.TryParse(label, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
