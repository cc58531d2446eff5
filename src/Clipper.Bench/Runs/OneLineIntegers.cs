using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Clipper.Bench.Runs;

/// <summary>Writes whole numbers as a JSON list on one line.</summary>
internal sealed class OneLineIntegers : JsonConverter<int[]>
{
    /// <inheritdoc />
    public override int[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var values = new List<int>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            values.Add(reader.GetInt32());
        }

        return [.. values];
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, int[] value, JsonSerializerOptions options) =>
        writer.WriteRawValue(
            $"[{string.Join(',', value.Select(number => number.ToString(CultureInfo.InvariantCulture)))}]");
}
