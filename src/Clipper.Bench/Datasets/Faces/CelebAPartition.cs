using System.Globalization;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets.Faces;

/// <summary>CelebA's list of splits: a line an image, with the number of its split.</summary>
internal static class CelebAPartition
{
    /// <summary>The split of every image.</summary>
    /// <param name="path">The list.</param>
    /// <param name="files">The images that must be in it.</param>
    /// <param name="splits">Number of splits.</param>
    /// <exception cref="DataFileException">A line is damaged, or an image is missing or listed twice.</exception>
    public static Dictionary<string, int> Read(string path, IReadOnlyList<string> files, int splits)
    {
        var table = new SpacedTable(path);
        var partition = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach ((int line, string[] fields) in table.Read())
        {
            if (fields.Length != 2
                || !int.TryParse(fields[1], NumberStyles.None, CultureInfo.InvariantCulture, out int split)
                || split >= splits)
            {
                table.Add(
                    line, $"expected a file and a number from 0 to {splits - 1}, got '{string.Join(' ', fields)}'");
            }
            else if (!partition.TryAdd(fields[0], split))
            {
                table.Add(line, $"'{fields[0]}' is listed already");
            }
        }

        table.ThrowIfProblems();
        string[] missing = [.. files.Where(file => !partition.ContainsKey(file))];
        return missing.Length == 0 ? partition : throw new DataFileException(
            path, $"lacks {missing.Length} images that have attributes, first '{missing[0]}'.");
    }
}
