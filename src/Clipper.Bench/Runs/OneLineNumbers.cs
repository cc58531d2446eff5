using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Clipper.Bench.Runs;

/// <summary>Writes numbers as a JSON list on one line, each with as many digits as reading it back exactly needs; NaN,
/// which JSON lacks, as null.</summary>
internal sealed class OneLineNumbers : JsonConverter<double[]>
{
    /// <inheritdoc />
    public override double[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var values = new List<double>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            values.Add(reader.TokenType == JsonTokenType.Null ? double.NaN : reader.GetDouble());
        }

        return [.. values];
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, double[] value, JsonSerializerOptions options) =>
        writer.WriteRawValue($"[{string.Join(',', value.Select(Text))}]");

    private static string Text(double value) =>
        double.IsNaN(value) ? "null" : value.ToString("R", CultureInfo.InvariantCulture);
}
