using System.Globalization;
using System.Text;
using Clipper.Core.Errors;
using CsvHelper;
using CsvHelper.Configuration;

namespace Clipper.Bench.Datasets;

/// <summary>The rows of a CSV list, checked; all problems are told at once with file and line.</summary>
internal sealed class CsvList
{
    private const int ProblemsTold = 20;

    private readonly string _path;
    private readonly string _folder;
    private readonly List<CsvListRow> _rows = [];
    private readonly Dictionary<string, int> _lineOf = new(StringComparer.Ordinal);
    private readonly List<string> _problems = [];

    private CsvList(string path, string folder)
    {
        _path = path;
        _folder = folder;
    }

    /// <summary>Rows in file order.</summary>
    public IReadOnlyList<CsvListRow> Rows => _rows;

    /// <summary>Whether a sample can have several labels.</summary>
    public bool IsMultiLabel { get; private set; }

    /// <summary>Reads and checks a list.</summary>
    /// <param name="path">The CSV file: RFC 4180, UTF-8 with or without a byte order mark.</param>
    /// <param name="folder">Folder that the paths are relative to.</param>
    /// <exception cref="DataFileException">Wrong header, or rows with problems.</exception>
    public static CsvList Read(string path, string folder)
    {
        var list = new CsvList(path, folder);
        try
        {
            using var text = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
            using var csv = new CsvReader(
                text, new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = list.AddBadData });
            list.ReadAll(csv);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            throw new DataFileException(path, $"cannot be read as UTF-8 text ({e.Message}).", e);
        }

        return list;
    }

    private void ReadAll(CsvReader csv)
    {
        if (!csv.Read() || !csv.ReadHeader())
        {
            throw new DataFileException(_path, "is empty; expected the header path,label or path,labels.");
        }

        string[] header = [.. (csv.HeaderRecord ?? []).Select(h => h.Trim())];
        int pathColumn = Column(header, "path");
        int labelColumn = Column(header, "label", "labels");
        IsMultiLabel = header[labelColumn] == "labels";
        while (csv.Read())
        {
            AddRow(csv.Parser.RawRow, csv.Parser.Record ?? [], header.Length, pathColumn, labelColumn);
        }

        ThrowIfProblems();
        IsMultiLabel |= _rows.Any(r => r.Labels.Count > 1);
    }

    private int Column(string[] header, params string[] names)
    {
        int[] found = [.. header.Index().Where(h => names.Contains(h.Item)).Select(h => h.Index)];
        return found.Length == 1 ? found[0] : throw new DataFileException(
            $"{_path}:1", $"expected one column named {string.Join(" or ", names)}, got {string.Join(",", header)}.");
    }

    private void AddRow(int line, string[] fields, int columns, int pathColumn, int labelColumn)
    {
        if (fields.Length != columns)
        {
            Add(line, $"{fields.Length} fields where the header has {columns}");
            return;
        }

        string? id = Identify(line, fields[pathColumn].Trim());
        string[] labels = [.. fields[labelColumn].Split(';').Select(l => l.Trim())];
        if (labels.Contains(""))
        {
            Add(line, labels.Length == 1 ? "no label" : $"an empty label in '{fields[labelColumn]}'");
        }
        else if (labels.Distinct(StringComparer.Ordinal).Count() < labels.Length)
        {
            Add(line, $"a label twice in '{fields[labelColumn]}'");
        }
        else if (id is not null)
        {
            _rows.Add(new(id, labels));
        }
    }

    // The id is the path without '.' and '..' where they can be resolved, so that two spellings of a file are found
    // out.
    private string? Identify(int line, string path)
    {
        if (path.Length == 0 || Path.IsPathRooted(path))
        {
            Add(line, path.Length == 0 ? "no path" : $"path '{path}' is absolute; expected one relative to {_folder}");
            return null;
        }

        string full = Path.GetFullPath(Path.Combine(_folder, path.Replace('\\', '/')));
        string id = Path.GetRelativePath(_folder, full).Replace('\\', '/');
        if (!_lineOf.TryAdd(id, line))
        {
            Add(line, $"'{path}' is listed in line {_lineOf[id].ToString(CultureInfo.InvariantCulture)} already");
            return null;
        }

        if (!File.Exists(full))
        {
            Add(line, $"no file '{path}' below {_folder}");
            return null;
        }

        return id;
    }

    private void AddBadData(BadDataFoundArgs bad) => Add(bad.Context.Parser?.RawRow ?? 0, "a stray quote");

    private void Add(int line, string problem) =>
        _problems.Add(string.Create(CultureInfo.InvariantCulture, $"{_path}:{line}: {problem}"));

    private void ThrowIfProblems()
    {
        if (_problems.Count == 0 && _rows.Count > 0)
        {
            return;
        }

        string more = _problems.Count > ProblemsTold ? $"\n… and {_problems.Count - ProblemsTold} more" : "";
        throw new DataFileException(_path, _problems.Count == 0
            ? "lists no image."
            : $"{_problems.Count} rows cannot be used:\n{string.Join('\n', _problems.Take(ProblemsTold))}{more}");
    }
}
