using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Clipper.Clip.Files;
using Clipper.Core.Errors;

namespace Clipper.Bench.Runs;

/// <summary>Writes and reads <c>cells/ID.json</c>: the facts of a cell, its values, and a hash over them, so that a changed
/// or damaged file is never taken for a result.</summary>
internal static class CellFile
{
    private static readonly JsonWriterOptions _layout =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the file atomically; the same cell gives the same bytes.</summary>
    public static void Write(string path, Cell cell, CellResult result) => AtomicFile.Write(path, stream =>
    {
        using var json = new Utf8JsonWriter(stream, _layout);
        json.WriteStartObject();
        json.WriteString("cell", cell.Id);
        json.WriteString("hash", cell.Facts.Hash);
        json.WriteStartObject("facts");
        foreach ((string key, string value) in cell.Facts.Values)
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
        json.WriteString("draws", result.DrawsHash);
        json.WriteString("check", Check(result));
        json.WriteStartArray("series");
        foreach (MetricSeries series in result.Series)
        {
            json.WriteStartObject();
            json.WriteString("metric", series.Metric);
            json.WritePropertyName("threshold");
            json.WriteRawValue(Text(series.Threshold));
            json.WritePropertyName("values");
            json.WriteRawValue($"[{string.Join(',', series.Values.Select(value => Text(value)))}]");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>The facts that a file was computed from.</summary>
    /// <exception cref="DataFileException">The file is damaged.</exception>
    public static CellFacts ReadFacts(string path) => Read(path, root => new CellFacts(
        [.. root.GetProperty("facts").EnumerateObject().Select(fact => KeyValuePair.Create(fact.Name, Text(fact.Value)))]));

    /// <summary>The values of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="episodes">How many values every series must have.</param>
    /// <exception cref="DataFileException">The file is damaged.</exception>
    public static CellResult ReadResult(string path, int episodes) => Read(path, root =>
    {
        var result = new CellResult(
            Text(root.GetProperty("draws")), [.. root.GetProperty("series").EnumerateArray().Select(ReadSeries)]);
        bool isWhole = result.Series.All(series => series.Values.Length == episodes)
            && Text(root.GetProperty("check")) == Check(result);
        return isWhole ? result : throw new JsonException("the values are not those that were written");
    });

    private static T Read<T>(string path, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new DataFileException(path, $"is damaged ({e.Message}); it is computed again.", e);
        }
    }

    private static MetricSeries ReadSeries(JsonElement series)
    {
        JsonElement threshold = series.GetProperty("threshold");
        return new MetricSeries(
            Text(series.GetProperty("metric")),
            threshold.ValueKind == JsonValueKind.Null ? null : threshold.GetDouble(),
            [.. series.GetProperty("values").EnumerateArray().Select(Number)]);
    }

    // JSON has no NaN; null stands for an undefined value.
    private static double Number(JsonElement value) => value.ValueKind == JsonValueKind.Null ? double.NaN : value.GetDouble();

    private static string Text(JsonElement value) => value.GetString() ?? throw new JsonException("text is missing");

    private static string Text(double? value) =>
        value is { } number && double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "null";

    private static string Check(CellResult result)
    {
        var text = new StringBuilder(result.DrawsHash);
        foreach (MetricSeries series in result.Series)
        {
            text.Append('\n').Append(series.Metric).Append(' ').Append(Text(series.Threshold));
            text.Append(' ').AppendJoin(',', series.Values.Select(value => Text(value)));
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
