using System.Globalization;
using System.Text;
using Clipper.Core.Errors;
using CsvHelper;
using CsvHelper.Configuration;

namespace Clipper.Bench.Datasets.IMaterialist;

/// <summary>Reads <c>train.csv</c> row by row (masks make it more than a gigabyte); all problems are told at
/// once.</summary>
internal sealed class FashionSegments
{
    private const int ProblemsTold = 20;

    private static readonly string[] _columns = ["ImageId", "EncodedPixels", "Height", "Width", "AttributesIds"];

    private readonly string _path;
    private readonly FashionAttributes _attributes;
    private readonly bool _asPaper;
    private readonly List<FashionSegment> _segments = [];
    private readonly List<string> _problems = [];
    private int _found;

    private FashionSegments(string path, FashionAttributes attributes, bool asPaper)
    {
        _path = path;
        _attributes = attributes;
        _asPaper = asPaper;
    }

    /// <summary>All rows in the file's order.</summary>
    /// <param name="path">The file.</param>
    /// <param name="attributes">What the ids in it mean.</param>
    /// <param name="asPaper">Whether masks are decoded as the reference does (PROTOCOL Q12).</param>
    /// <exception cref="DataFileException">A column is missing, or rows cannot be used.</exception>
    public static IReadOnlyList<FashionSegment> Read(string path, FashionAttributes attributes, bool asPaper)
    {
        var segments = new FashionSegments(path, attributes, asPaper);
        try
        {
            using var text = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
            var layout = new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = segments.AddBadData };
            using var csv = new CsvReader(text, layout);
            segments.ReadAll(csv);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            throw new DataFileException(path, $"cannot be read as UTF-8 text ({e.Message}).", e);
        }

        return segments._segments;
    }

    private void ReadAll(CsvReader csv)
    {
        string[] header = csv.Read() && csv.ReadHeader() ? [.. (csv.HeaderRecord ?? []).Select(h => h.Trim())] : [];
        int[] places = [.. _columns.Select(name => Array.IndexOf(header, name))];
        if (places.Contains(-1))
        {
            throw new DataFileException(
                $"{_path}:1", $"expected the columns {string.Join(", ", _columns)}, got '{string.Join(",", header)}'.");
        }

        while (csv.Read())
        {
            string[] fields = csv.Parser.Record ?? [];
            if (fields.Length == header.Length)
            {
                AddRow(csv.Parser.RawRow, [.. places.Select(place => fields[place].Trim())]);
            }
            else
            {
                Add(csv.Parser.RawRow, $"{fields.Length} fields where the header has {header.Length}");
            }
        }

        ThrowIfProblems();
    }

    private void AddRow(int line, string[] values)
    {
        if (values[0].Length == 0 || values[0].AsSpan().IndexOfAny('/', '\\') >= 0)
        {
            Add(line, $"'{values[0]}' is no ImageId");
        }
        else if (Size(values[2]) is not { } height || Size(values[3]) is not { } width)
        {
            Add(line, $"'{values[2]}' × '{values[3]}' is no height and width");
        }
        else if (RunLengths.Parse(values[1], width, height, out string problem) is not { } mask)
        {
            Add(line, problem);
        }
        else if (Labels(line, values[4]) is { } labels)
        {
            string image = Path.HasExtension(values[0]) ? values[0] : values[0] + ".jpg";
            _segments.Add(new(image, labels, _asPaper ? mask.ReferenceBox() : mask.Box()));
        }
    }

    private static int? Size(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int size) && size > 0 ? size : null;

    private int[]? Labels(int line, string text)
    {
        var labels = new SortedSet<int>();
        foreach (string id in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
                || !_attributes.Places.TryGetValue(number, out int place))
            {
                Add(line, $"attribute '{id}' is not in label_descriptions.json");
                return null;
            }

            labels.Add(place);
        }

        return [.. labels];
    }

    private void AddBadData(BadDataFoundArgs bad) => Add(bad.Context.Parser?.RawRow ?? 0, "a stray quote");

    private void Add(int line, string problem)
    {
        if (_found++ < ProblemsTold)
        {
            _problems.Add(string.Create(CultureInfo.InvariantCulture, $"{_path}:{line}: {problem}"));
        }
    }

    private void ThrowIfProblems()
    {
        if (_found > 0)
        {
            string more = _found > ProblemsTold ? $"\n… and {_found - ProblemsTold} more" : "";
            throw new DataFileException(_path, $"{_found} rows cannot be used:\n{string.Join('\n', _problems)}{more}");
        }

        if (_segments.Count == 0)
        {
            throw new DataFileException(_path, "has no rows.");
        }
    }
}
