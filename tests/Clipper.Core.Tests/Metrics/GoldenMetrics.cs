using System.Text.Json;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Metrics;
using Clipper.Testing;

namespace Clipper.Core.Tests.Metrics;

/// <summary>One case of metrics/*.json: how each of its result keys is computed here, by kind of case.</summary>
internal abstract class GoldenMetrics(JsonElement golden)
{
    protected JsonElement Golden { get; } = golden;

    /// <summary>Every case of every file, as (file, index, name).</summary>
    public static IEnumerable<(string File, int Index, string Name)> Discover()
    {
        foreach (string file in GoldenFolder.Files("metrics", "*.json"))
        {
            int index = 0;
            foreach (JsonElement golden in Cases(file).EnumerateArray())
            {
                yield return (Path.GetFileName(file), index++, golden.GetProperty("name").GetString()!);
            }
        }
    }

    public static JsonElement Read(string file, int index) => Cases(GoldenFolder.Combine("metrics", file))[index];

    public static GoldenMetrics Of(JsonElement golden) => golden.GetProperty("kind").GetString() switch
    {
        "multilabel" => new GoldenMultiLabel(golden),
        "singlelabel" => new GoldenSingleLabel(golden),
        "binary" => new GoldenBinary(golden),
        var other => throw new NotSupportedException($"metrics case of unknown kind '{other}'"),
    };

    /// <summary>The value of a result key: numbers (or labels) in row-major order.</summary>
    /// <exception cref="NotSupportedException">The key is unknown.</exception>
    public abstract IEnumerable<object> Compute(string key);

    /// <summary>What stands beside "value" in a result, e.g. the bins of a calibration error.</summary>
    public virtual IEnumerable<object> ComputeDetail(string key, string detail) => throw Unknown($"{key}.{detail}");

    protected NotSupportedException Unknown(string key) =>
        new($"unknown result key '{key}' of kind '{Golden.GetProperty("kind").GetString()}'");

    protected static IEnumerable<object> Numbers(params IEnumerable<double> values) => values.Cast<object>();

    protected static IEnumerable<object> BinNumbers(Calibration calibration) => Numbers(
        calibration.Bins.SelectMany(b => (double[])[b.Count, b.Accuracy, b.Confidence]));

    protected static CountRatio RatioOf(string name) => Enum.Parse<CountRatio>(name, ignoreCase: true);

    protected Matrix<double> Doubles(string property) =>
        Rows(property, static value => value.GetDouble(), out int columns) is var values
            ? new Matrix<double>([.. values.SelectMany(row => row)], values.Count, columns)
            : throw Unknown(property);

    protected LabelRows Indicator(string property)
    {
        List<int[]> rows = Rows(property, static value => value.GetInt32(), out int columns);
        return LabelRows.Of(
            rows.ConvertAll(row => Enumerable.Range(0, columns).Where(c => row[c] != 0).ToArray()), columns);
    }

    private List<T[]> Rows<T>(string property, Func<JsonElement, T> read, out int columns)
    {
        List<T[]> rows = [.. Golden.GetProperty(property).EnumerateArray().Select(
            row => row.EnumerateArray().Select(read).ToArray())];
        columns = rows[0].Length;
        return rows;
    }

    private static JsonElement Cases(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        JsonElement root = document.RootElement;
        return (root.ValueKind == JsonValueKind.Array ? root : root.GetProperty("cases")).Clone();
    }
}
