using System.Globalization;
using System.Text;
using System.Text.Json;
using Clipper.Bench.Files;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets.HuggingFace;

/// <summary>The list of an ImageFolder. A line of <c>metadata.jsonl</c> has <c>file_name</c> and one of <c>labels</c>
/// (a list), <c>label</c> (a text, a number or a list) and <c>objects</c> (whose <c>categories</c> count once each);
/// <c>metadata.csv</c> has the columns <c>file_name</c> and <c>label</c>. What else there is, is ignored.</summary>
internal static class HfMetadata
{
    private const string Lines = "metadata.jsonl";
    private const string Table = "metadata.csv";
    private const string FileName = "file_name";

    private static readonly string[] _categories = ["categories", "category"];

    /// <summary>The list of a folder; null where it has none.</summary>
    public static string? Locate(string folder) =>
        new[] { Path.Combine(folder, Lines), Path.Combine(folder, Table) }.FirstOrDefault(File.Exists);

    /// <summary>The samples in the list's order; all problems are told at once.</summary>
    /// <exception cref="DataFileException">Lines that are damaged, without a label, or of one image.</exception>
    public static IReadOnlyList<NamedSample> Read(string path)
    {
        var problems = new LineProblems(path);
        var lineOf = new Dictionary<string, int>(StringComparer.Ordinal);
        var samples = new List<NamedSample>();
        foreach ((int line, NamedSample? sample, string problem) in
            path.EndsWith(Table, StringComparison.Ordinal) ? Rows(path) : Objects(path))
        {
            if (sample is null)
            {
                problems.Add(line, problem);
            }
            else if (ProblemOf(sample) is { } wrong)
            {
                problems.Add(line, wrong);
            }
            else if (!lineOf.TryAdd(sample.Id, line))
            {
                problems.Add(line, string.Create(
                    CultureInfo.InvariantCulture, $"'{sample.Id}' is listed in line {lineOf[sample.Id]} already"));
            }
            else
            {
                samples.Add(sample);
            }
        }

        problems.ThrowIfAny();
        return samples;
    }

    private static string? ProblemOf(NamedSample sample)
    {
        if (sample.Id.Length == 0 || Path.IsPathRooted(sample.Id) || sample.Id.Split('/').Contains(".."))
        {
            return $"{FileName} '{sample.Id}' is no path below the list's folder";
        }

        bool isEmpty = sample.Labels.Count == 0 || sample.Labels.Any(string.IsNullOrWhiteSpace);
        return isEmpty || sample.Labels.Distinct(StringComparer.Ordinal).Count() < sample.Labels.Count
            ? $"'{sample.Id}' has no label, an empty one, or one twice" : null;
    }

    private static IEnumerable<(int Line, NamedSample? Sample, string Problem)> Rows(string path)
    {
        using CsvTable table = CsvTable.Open(path);
        int file = Array.IndexOf(table.Header, FileName);
        int label = Array.IndexOf(table.Header, "label");
        if (file < 0 || label < 0)
        {
            throw new DataFileException(
                $"{path}:1", $"expected the columns {FileName} and label, got {string.Join(',', table.Header)}.");
        }

        while (table.Next() is { } fields)
        {
            yield return (table.Line, new NamedSample(fields[file], [fields[label].Trim()], IsMultiLabel: false), "");
        }
    }

    private static IEnumerable<(int Line, NamedSample? Sample, string Problem)> Objects(string path)
    {
        int line = 0;
        foreach (string text in ReadLines(path))
        {
            line++;
            if (text.Trim().Length > 0)
            {
                NamedSample? sample = Parse(text, out string problem);
                yield return (line, sample, problem);
            }
        }
    }

    private static IEnumerable<string> ReadLines(string path)
    {
        try
        {
            return File.ReadLines(path, new UTF8Encoding(false, throwOnInvalidBytes: false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(path, $"cannot be read ({e.Message}).", e);
        }
    }

    private static NamedSample? Parse(string text, out string problem)
    {
        problem = $"expected an object with {FileName} and one of labels, label, objects";
        try
        {
            using var json = JsonDocument.Parse(text);
            if (!json.RootElement.TryGetProperty(FileName, out JsonElement file)
                || LabelsOf(json.RootElement) is not var (labels, isMultiLabel))
            {
                return null;
            }

            return new NamedSample(file.GetString()?.Replace('\\', '/') ?? "", labels, isMultiLabel);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            problem = $"is not such an object ({e.Message.TrimEnd('.')})";
            return null;
        }
    }

    private static (string[] Labels, bool IsMultiLabel)? LabelsOf(JsonElement row)
    {
        if (row.TryGetProperty("labels", out JsonElement labels))
        {
            return (Texts(labels), true);
        }

        if (row.TryGetProperty("label", out JsonElement label))
        {
            return label.ValueKind == JsonValueKind.Array ? (Texts(label), true) : ([Text(label)], false);
        }

        if (row.TryGetProperty("objects", out JsonElement objects))
        {
            foreach (string key in _categories)
            {
                if (objects.TryGetProperty(key, out JsonElement categories))
                {
                    return ([.. Texts(categories).Distinct(StringComparer.Ordinal)], true);
                }
            }
        }

        return null;
    }

    private static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(Text)];

    private static string Text(JsonElement label) => label.ValueKind == JsonValueKind.Number
        ? label.GetInt32().ToString(CultureInfo.InvariantCulture)
        : label.GetString()?.Trim() ?? "";
}
