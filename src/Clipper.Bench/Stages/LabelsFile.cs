using System.Globalization;
using Clipper.Bench.Files;
using Clipper.Core.Errors;

namespace Clipper.Bench.Stages;

/// <summary>A CSV of labels: <c>id,labels</c>, or <c>row,labels</c> with 0-based row numbers; labels separated by
/// ';'.</summary>
public sealed class LabelsFile
{
    private readonly Dictionary<string, int> _index;

    private LabelsFile(string path, bool isByRow, IReadOnlyList<LabelsRow> rows, Dictionary<string, int> index)
    {
        Path = path;
        IsByRow = isByRow;
        Rows = rows;
        _index = index;
    }

    /// <summary>Its path.</summary>
    public string Path { get; }

    /// <summary>Whether its first column is <c>row</c>, so that ids are row numbers.</summary>
    public bool IsByRow { get; }

    /// <summary>Its lines, in their order.</summary>
    public IReadOnlyList<LabelsRow> Rows { get; }

    /// <summary>The line of an id, or null.</summary>
    public LabelsRow? Find(string id) => _index.TryGetValue(id, out int at) ? Rows[at] : null;

    /// <summary>Reads the file.</summary>
    /// <exception cref="DataFileException">Missing, no such header, a line without an id, an id or a label
    /// twice.</exception>
    public static LabelsFile Read(string path)
    {
        using CsvTable table = CsvTable.Open(path);
        string[] header = table.Header;
        int labels = Array.IndexOf(header, "labels");
        int id = Array.IndexOf(header, "id");
        int row = Array.IndexOf(header, "row");
        if (labels < 0 || (id < 0 && row < 0))
        {
            throw new DataFileException(
                path, "line 1: expected the header 'id,labels' (several labels separated by ';') or 'row,labels' (rows "
                    + $"from 0), got '{string.Join(',', header)}'.");
        }

        var rows = new List<LabelsRow>();
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        while (table.Next() is { } fields)
        {
            LabelsRow read = ReadRow(table, fields[id >= 0 ? id : row], fields[labels], isByRow: id < 0);
            if (!index.TryAdd(read.Id, rows.Count))
            {
                throw table.Problem($"'{read.Id}' is there twice, first on line {rows[index[read.Id]].Line}.");
            }

            rows.Add(read);
        }

        return new LabelsFile(path, id < 0, rows, index);
    }

    private static LabelsRow ReadRow(CsvTable table, string id, string labels, bool isByRow)
    {
        if (id.Length == 0)
        {
            throw table.Problem("the id is empty.");
        }

        if (isByRow)
        {
            id = int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                ? number.ToString(CultureInfo.InvariantCulture)
                : throw table.Problem($"'{id}' is not a row number; rows count from 0.");
        }

        string[] parts = labels.Length == 0 ? [] : labels.Split(';');
        if (parts.Any(part => part.Length == 0))
        {
            throw table.Problem($"'{labels}' has an empty label; labels are separated by single ';'.");
        }

        return parts.Distinct(StringComparer.Ordinal).Count() == parts.Length
            ? new LabelsRow(id, parts, table.Line)
            : throw table.Problem($"'{labels}' has a label twice.");
    }
}
