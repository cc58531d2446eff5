using System.Globalization;
using System.Text;
using System.Text.Json;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets.WebDataset;

/// <summary>Reads the label file of a sample.</summary>
internal static class WebLabels
{
    private static readonly string[] _single = ["label", "cls", "class"];

    /// <summary>Whether a file holds labels.</summary>
    public static bool Match(string path) =>
        path.EndsWith(".cls", StringComparison.Ordinal) || path.EndsWith(".json", StringComparison.Ordinal);

    /// <summary>The sample that a label file makes of an image.</summary>
    /// <param name="id">The image.</param>
    /// <param name="path">The label file.</param>
    /// <param name="bytes">Its content.</param>
    /// <exception cref="DataFileException">No label, or damaged.</exception>
    public static NamedSample Read(string id, string path, byte[] bytes)
    {
        NamedSample sample = path.EndsWith(".cls", StringComparison.Ordinal)
            ? new(id, [Encoding.UTF8.GetString(bytes).Trim()], IsMultiLabel: false) : ReadJson(id, path, bytes);
        if (sample.Labels.Count == 0 || sample.Labels.Any(string.IsNullOrWhiteSpace)
            || sample.Labels.Distinct(StringComparer.Ordinal).Count() < sample.Labels.Count)
        {
            throw new DataFileException(path, "has no label, an empty one, or one twice.");
        }

        return sample;
    }

    private static NamedSample ReadJson(string id, string path, byte[] bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes);
            if (json.RootElement.TryGetProperty("labels", out JsonElement labels))
            {
                return new(id, [.. labels.EnumerateArray().Select(Text)], IsMultiLabel: true);
            }

            foreach (string key in _single)
            {
                if (json.RootElement.TryGetProperty(key, out JsonElement label))
                {
                    return new(id, [Text(label)], IsMultiLabel: false);
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw new DataFileException(path, $"is no JSON object with a label ({e.Message}).", e);
        }

        throw new DataFileException(path, $"has none of labels, {string.Join(", ", _single)}.");
    }

    private static string Text(JsonElement label) => label.ValueKind == JsonValueKind.Number
        ? label.GetInt32().ToString(CultureInfo.InvariantCulture)
        : label.GetString()?.Trim() ?? "";
}
