using System.Globalization;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets.Faces;

/// <summary>CelebA's list of attributes: the number of images, the names of the attributes, then a line an image with 1
/// or −1 for each.</summary>
/// <param name="Names">Names of the attributes, in the file's order.</param>
/// <param name="Rows">Files with the numbers of their positive attributes, in the file's order.</param>
internal sealed record CelebAAttributes(
    IReadOnlyList<string> Names, IReadOnlyList<(string File, int[] Labels)> Rows)
{
    /// <summary>Reads and checks the file; all problems are told at once.</summary>
    /// <exception cref="DataFileException">The counts do not fit, a value is neither 1 nor −1, or a file is listed
    /// twice.</exception>
    public static CelebAAttributes Read(string path)
    {
        var table = new SpacedTable(path);
        IReadOnlyList<(int Line, string[] Fields)> lines = table.Read();
        if (lines.Count < 2 || lines[0].Fields.Length != 1
            || !int.TryParse(lines[0].Fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out int count))
        {
            throw new DataFileException(path, "expected the number of images in line 1 and the attributes in line 2.");
        }

        string[] names = lines[1].Fields;
        if (names.Distinct(StringComparer.Ordinal).Count() < names.Length)
        {
            throw new DataFileException($"{path}:2", "names an attribute twice.");
        }

        var rows = new List<(string, int[])>(lines.Count);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach ((int line, string[] fields) in lines.Skip(2))
        {
            Check(table, line, fields, names.Length, seen);
            rows.Add((fields[0], [.. Enumerable.Range(0, fields.Length - 1).Where(i => fields[i + 1] == "1")]));
        }

        table.ThrowIfProblems();
        return rows.Count == count ? new(names, rows) : throw new DataFileException(
            path, $"says {count} images in line 1 and lists {rows.Count}; the file is cut or was changed.");
    }

    private static void Check(SpacedTable table, int line, string[] fields, int attributes, HashSet<string> seen)
    {
        if (fields.Length != attributes + 1)
        {
            table.Add(line, $"{fields.Length - 1} values for {attributes} attributes");
        }
        else if (Array.FindIndex(fields, 1, value => value is not ("1" or "-1")) is > 0 and var wrong)
        {
            table.Add(line, $"'{fields[wrong]}' where 1 or -1 is expected");
        }
        else if (!seen.Add(fields[0]))
        {
            table.Add(line, $"'{fields[0]}' is listed already");
        }
    }
}
