using System.Globalization;
using System.Text.Json;
using Clipper.Core.Metrics;

namespace Clipper.Core.Tests.Metrics;

/// <summary>Every result of every case in goldens metrics/, made with scikit-learn 1.2.1.</summary>
public sealed class MetricGoldenTests
{
    private const double Tolerance = 1e-12;

    public static TheoryData<string, int, string> Cases()
    {
        var data = new TheoryData<string, int, string>();
        foreach ((string file, int index, string name) in GoldenMetrics.Discover())
        {
            data.Add(file, index, name);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_result_of_a_golden_case_is_reproduced(string file, int index, string name)
    {
        JsonElement golden = GoldenMetrics.Read(file, index);
        var metrics = GoldenMetrics.Of(golden);

        string[] differences = [.. golden.GetProperty("results").EnumerateObject()
            .Select(result => Difference(metrics, result.Name, result.Value)).OfType<string>()];

        Assert.True(differences.Length == 0, string.Join(Environment.NewLine, [name, .. differences]));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Predictions_of_a_multilabel_case_are_the_scores_at_its_threshold(string file, int index, string name)
    {
        Assert.NotEmpty(name);
        (GoldenMetrics.Of(GoldenMetrics.Read(file, index)) as GoldenMultiLabel)?.AssertDecision();
    }

    [Fact]
    public void Case_of_an_unknown_kind_fails_by_its_name()
    {
        JsonElement golden = JsonDocument.Parse("""{"kind":"regression"}""").RootElement;

        var thrown = Assert.Throws<NotSupportedException>(() => GoldenMetrics.Of(golden));

        Assert.Contains("regression", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_result_key_fails_by_its_name()
    {
        JsonElement golden = JsonDocument.Parse(
            """{"kind":"binary","y_true":[1],"y_pred":[1],"y_score":[1],"results":{}}""").RootElement;

        var thrown = Assert.Throws<NotSupportedException>(() => GoldenMetrics.Of(golden).Compute("brier").ToList());

        Assert.Contains("brier", thrown.Message, StringComparison.Ordinal);
    }

    // Null where the result is reproduced.
    private static string? Difference(GoldenMetrics metrics, string key, JsonElement expected)
    {
        if (expected.TryGetProperty("error", out _))
        {
            return Raises(metrics, key) ? null : $"{key}: sklearn raises, here it has a value";
        }

        try
        {
            IEnumerable<string?> details = expected.EnumerateObject()
                .Where(part => part.Name is not ("value" or "warnings"))
                .Select(part => Compare($"{key}.{part.Name}", part.Value, metrics.ComputeDetail(key, part.Name)));
            return details.Prepend(Compare(key, expected.GetProperty("value"), metrics.Compute(key)))
                .FirstOrDefault(difference => difference is not null);
        }
        catch (Exception error) when (error is UndefinedMetricException or NotSupportedException)
        {
            return $"{key}: {error.Message}";
        }
    }

    private static bool Raises(GoldenMetrics metrics, string key)
    {
        try
        {
            _ = metrics.Compute(key).ToList();
            return false;
        }
        catch (UndefinedMetricException)
        {
            return true;
        }
    }

    private static string? Compare(string key, JsonElement expected, IEnumerable<object> actual)
    {
        object[] want = [.. Flatten(expected)];
        object[] got = [.. actual];
        bool same = want.Length == got.Length && want.Zip(got).All(pair => Same(pair.First, pair.Second));
        return same ? null : $"{key}: expected {Print(want)}, got {Print(got)}";
    }

    private static bool Same(object expected, object actual) => (expected, actual) switch
    {
        (double a, double b) => (double.IsNaN(a) && double.IsNaN(b)) || Math.Abs(a - b) <= Tolerance || a.Equals(b),
        _ => expected.Equals(actual),
    };

    // null stands for the mean of an empty bin.
    private static IEnumerable<object> Flatten(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Flatten),
        JsonValueKind.Null => [double.NaN],
        JsonValueKind.String => [value.GetString() switch
        {
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            var text => (object)text!,
        }],
        _ => [value.GetDouble()],
    };

    private static string Print(object[] values) =>
        string.Join(' ', values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)));
}
