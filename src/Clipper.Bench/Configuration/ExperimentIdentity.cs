using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Clipper.Bench.Datasets;
using Clipper.Bench.Methods;
using Clipper.Clip.Models;

namespace Clipper.Bench.Configuration;

/// <summary>What of an experiment decides its results, as keys and values: two experiments with the same identity may
/// share a results folder. Where files lie is no part of it; their content is compared by every cell.</summary>
public static class ExperimentIdentity
{
    private const string Absent = "(none)";

    /// <summary>The keys and their values in canonical text, in the order of the file. Of a sweep a key has the values
    /// of all points in their order, or one where they all have the same.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(Experiment experiment)
    {
        Dictionary<string, string>[] points =
            [.. experiment.Each.Select(point => OfOne(point).ToDictionary(StringComparer.Ordinal))];
        return
        [
            .. experiment.Each.SelectMany(OfOne).Select(pair => pair.Key).Distinct(StringComparer.Ordinal)
                .Select(key => KeyValuePair.Create(key, Text(points, key))),
        ];
    }

    /// <summary>Lower-case hexadecimal SHA-256 of the identity.</summary>
    public static string Hash(Experiment experiment)
    {
        string text = string.Concat(Of(experiment).Select(pair => $"{pair.Key}={pair.Value}\n"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static string Text(Dictionary<string, string>[] points, string key)
    {
        string[] values = [.. points.Select(point => point.GetValueOrDefault(key, Absent))];
        return values.Distinct(StringComparer.Ordinal).Count() == 1 ? values[0] : string.Join(" | ", values);
    }

    private static KeyValuePair<string, string>[] OfOne(Experiment experiment) =>
    [
        new("name", experiment.Name),
        new("seed", Text(experiment.Seed)),
        .. experiment.Models.Select(Model),
        new("dtype", Precisions.NameOf(experiment.Precision)),
        new("preprocess.order", experiment.Preprocess.Name),
        .. experiment.Datasets.SelectMany(Dataset),
        new("protocol.kind", ExperimentText.KindOf(experiment.Protocol)),
        new("protocol.classes-per-task", Text(experiment.Protocol.Stream?.ClassesPerTask ?? 0)),
        new("protocol.mode", ExperimentText.Of(experiment.Protocol.Mode)),
        new("protocol.settings", string.Join(", ", experiment.Protocol.Settings.Select(SettingText.Of))),
        new("protocol.settings-for", ExperimentText.SettingsFor(experiment.Protocol)),
        new("protocol.episodes", Text(experiment.Protocol.Episodes)),
        new("protocol.validation-episodes", Text(experiment.Protocol.ValidationEpisodes)),
        new("protocol.exact-shots", ExperimentText.Of(experiment.Protocol.ExactShots)),
        new("protocol.draws", experiment.Protocol.Draws.Length > 0 ? "given" : "drawn"),
        .. ExperimentText.Of(experiment.Protocol.Quirks)
            .Select(pair => KeyValuePair.Create($"protocol.quirks.{pair.Key}", pair.Value)),
        .. experiment.Methods.SelectMany(Method),
        new("metrics", string.Join(", ", experiment.Metrics.Select(metric => metric.Name))),
        new("images.on-error", ExperimentText.Of(experiment.OnBadImage)),
    ];

    private static KeyValuePair<string, string>[] Dataset(DatasetRequest request, int index) =>
    [
        new($"datasets.{index}.name", request.Name),
        new($"datasets.{index}.variant", request.Variant),
        new($"datasets.{index}.split", request.Split),
        new($"datasets.{index}.limit", Text(request.Limit)),
        new($"datasets.{index}.seed", Text(request.Seed)),
        new($"datasets.{index}.on-bad-entry", ExperimentText.Of(request.OnBadEntry)),
    ];

    private static KeyValuePair<string, string>[] Method(MethodSettings method, int index) =>
    [
        new($"methods.{index}", method.Kind),
        new($"methods.{index}.label", method.Label),
        .. method.Facts.Select(fact => KeyValuePair.Create($"methods.{index}.{fact.Key}", fact.Value)),
    ];

    private static KeyValuePair<string, string> Model(ModelChoice model, int index) =>
        new($"model.{index}", model.IsPath ? Path.GetFileName(model.Name) : model.Name);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
