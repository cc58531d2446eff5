using System.Globalization;
using System.Text;
using Clipper.Bench.Datasets;
using Clipper.Bench.Embeddings;
using Clipper.Bench.Methods;
using Clipper.Clip.Models;
using Clipper.Core.Episodes;

namespace Clipper.Bench.Configuration;

/// <summary>Writes an experiment with every default filled in; <see cref="ExperimentFile"/> reads it back as the
/// same.</summary>
public static class ExperimentText
{
    internal const string FewShot = "few-shot";
    internal const string Continual = "continual";

    /// <summary>The YAML text of an experiment, or of all points of a sweep.</summary>
    /// <param name="experiment">What to write.</param>
    /// <param name="folder">The folder that the text will lie in: paths that share a top folder with it become relative
    /// to it, so that a checkout can move with its results. Null: paths are written in full.</param>
    public static string Write(Experiment experiment, string? folder) => experiment.Points.Count > 0
        ? SweepText.Split([.. experiment.Points.Select(point => WriteOne(point, folder))]).ToString()
        : WriteOne(experiment, folder);

    private static string WriteOne(Experiment experiment, string? folder)
    {
        var yaml = new StringBuilder();
        void Line(string text) => yaml.Append(text).Append('\n');

        Line($"name: {YamlText.Of(experiment.Name)}");
        Line(string.Create(CultureInfo.InvariantCulture, $"seed: {experiment.Seed}"));
        Line("model:");
        foreach (ModelChoice model in experiment.Models)
        {
            Line($"  - {YamlText.Of(model.IsPath ? Portable(model.Name, folder) : model.Name)}");
        }

        if (experiment.Vocabulary.Length > 0)
        {
            Line($"vocabulary: {YamlText.Of(Portable(experiment.Vocabulary, folder))}");
        }

        Line($"dtype: {Precisions.NameOf(experiment.Precision)}");
        Line($"preprocess: {{ order: {experiment.Preprocess.Name} }}");
        Line("datasets:");
        foreach (DatasetRequest dataset in experiment.Datasets)
        {
            Line($"  - {{ {Of(dataset, folder)} }}");
        }

        Line("protocol:");
        Line($"  kind: {KindOf(experiment.Protocol)}");
        if (experiment.Protocol.Stream is { } stream)
        {
            Line($"  classes-per-task: {YamlText.Of(stream.ClassesPerTask)}");
        }

        Line($"  mode: {Of(experiment.Protocol.Mode)}");
        Line($"  settings: [{string.Join(", ", experiment.Protocol.Settings.Select(SettingText.Of))}]");
        if (experiment.Protocol.SettingsFor.Count > 0)
        {
            Line($"  settings-for: {SettingsFor(experiment.Protocol)}");
        }

        Line(string.Create(CultureInfo.InvariantCulture, $"  episodes: {experiment.Protocol.Episodes}"));
        Line(string.Create(
            CultureInfo.InvariantCulture, $"  validation-episodes: {experiment.Protocol.ValidationEpisodes}"));
        Line($"  exact-shots: {Of(experiment.Protocol.ExactShots)}");
        Line($"  on-shortage: {Of(experiment.Protocol.OnShortage)}");
        if (experiment.Protocol.Draws.Length > 0)
        {
            Line($"  draws: {YamlText.Of(Portable(experiment.Protocol.Draws, folder))}");
        }

        Line($"  quirks: {YamlText.Map(Of(experiment.Protocol.Quirks))}");
        Line("methods:");
        foreach (MethodSettings method in experiment.Methods)
        {
            Line($"  - {method.Kind}: {YamlText.Map([new("label", YamlText.Of(method.Label)), .. method.Options])}");
        }

        Line($"metrics: [{string.Join(", ", experiment.Metrics.Select(metric => metric.Name))}]");
        Line($"images: {{ on-error: {Of(experiment.OnBadImage)} }}");
        if (experiment.Artefacts.Count > 0)
        {
            Line($"artefacts: [{string.Join(", ", experiment.Artefacts)}]");
        }

        if (experiment.Thumbnails > 0)
        {
            Line(string.Create(CultureInfo.InvariantCulture, $"report: {{ thumbnails: {experiment.Thumbnails} }}"));
        }

        Line($"missing-data: {Of(experiment.MissingData)}");
        return yaml.ToString();
    }

    /// <summary>The name of a mode in configuration and records.</summary>
    public static string Of(ProtocolMode mode) => mode switch
    {
        ProtocolMode.Corrected => "corrected",
        ProtocolMode.Paper => "paper",
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "Unknown mode."),
    };

    /// <summary>The kind of a protocol in configuration.</summary>
    internal static string KindOf(FewShotProtocol protocol) => protocol.Stream is null ? FewShot : Continual;

    internal static string Of(Shortage shortage) => shortage switch
    {
        Shortage.Error => "error",
        Shortage.UpTo => "up-to",
        Shortage.Redraw => "redraw",
        _ => throw new ArgumentOutOfRangeException(nameof(shortage), shortage, "Unknown value."),
    };

    internal static string Of(BadImagePolicy policy) => policy == BadImagePolicy.Skip ? "skip" : "fail";

    internal static string Of(MissingDataPolicy policy) => policy == MissingDataPolicy.Gap ? "gap" : "error";

    internal static string Of(BadEntryPolicy policy) => policy == BadEntryPolicy.Skip ? "skip" : "fail";

    internal static string Of(bool flag) => flag ? "true" : "false";

    internal static IEnumerable<KeyValuePair<string, string>> Of(ProtocolQuirks quirks) =>
        QuirkCatalog.All.Select(quirk => KeyValuePair.Create(quirk.Key, quirks.ValueOf(quirk)));

    internal static string SettingsFor(FewShotProtocol protocol) => YamlText.Map(protocol.SettingsFor.Select(
        pair => KeyValuePair.Create(pair.Key, $"[{string.Join(", ", pair.Value.Select(SettingText.Of))}]")));

    private static string Of(DatasetRequest dataset, string? folder)
    {
        string variant = dataset.Variant.Length > 0 ? $", variant: {YamlText.Of(dataset.Variant)}" : "";
        string split = dataset.Split.Length > 0 ? $", split: {YamlText.Of(dataset.Split)}" : "";
        string names = dataset.ClassNames.Length > 0
            ? $", class-names: {YamlText.Of(Portable(dataset.ClassNames, folder))}"
            : "";
        string root = dataset.Root.Length > 0 ? $", root: {YamlText.Of(Portable(dataset.Root, folder))}" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"name: {YamlText.Of(dataset.Name)}{variant}{split}{root}, limit: {dataset.Limit}, seed: {dataset.Seed}")
            + $"{names}, on-bad-entry: {Of(dataset.OnBadEntry)}";
    }

    private static string Portable(string path, string? folder)
    {
        if (folder is null)
        {
            return path;
        }

        string full = Path.GetFullPath(folder);
        return TopFolder(path) == TopFolder(full) ? Path.GetRelativePath(full, path).Replace('\\', '/') : path;
    }

    private static string TopFolder(string path)
    {
        string root = Path.GetPathRoot(path) ?? "";
        return root + path[root.Length..].Split(Path.DirectorySeparatorChar)[0];
    }
}
