using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Clipper.Bench.Configuration;
using Clipper.Bench.Embeddings;
using Clipper.Bench.Methods;
using Clipper.Core.Episodes;

namespace Clipper.Bench.Runs;

/// <summary>Everything that decides a cell's result, as keys and values: two cells with the same facts have the same
/// bytes.</summary>
/// <param name="Values">Keys and values, in a fixed order.</param>
internal sealed record CellFacts(IReadOnlyList<KeyValuePair<string, string>> Values)
{
    /// <summary>Goes up whenever the code computes another number, or writes it otherwise, from the same
    /// facts.</summary>
    public const string Schema = "3";

    /// <summary>The key of the run's seed.</summary>
    public const string Seed = "seed";

    /// <summary>The key of the method's kind.</summary>
    public const string Method = "method";

    // What a method is, not on what, how often and from which seed it was measured.
    private static readonly string[] _ofMethods =
        ["method", "quirk.", "embedding.weights", "embedding.preprocess", "embedding.dtype"];

    /// <summary>Lower-case hexadecimal SHA-256 of the facts.</summary>
    public string Hash { get; } = HashOf(Values);

    /// <summary>The facts of one cell; <paramref name="texts"/> are those of <see cref="IRunInputs.TextFacts"/>, none
    /// where the method uses no texts.</summary>
    public static CellFacts Of(
        Experiment experiment,
        Subject subject,
        EmbeddingKey embedding,
        EpisodePlan setting,
        MethodSettings method,
        IReadOnlyList<KeyValuePair<string, string>> texts) =>
        new(
    [
        new("schema", Schema),
        new("run", experiment.Name),
        new("model", subject.Model.Name),
        .. embedding.Parts.Select(part => KeyValuePair.Create($"embedding.{part.Name}", part.Value)),
        new("bad-images", ExperimentText.Of(experiment.OnBadImage)),
        new("mode", ExperimentText.Of(experiment.Protocol.Mode)),
        new("setting", SettingText.Of(setting)),
        new("episodes", Text(experiment.Protocol.Episodes)),
        new("classes-per-task", Text(experiment.Protocol.Stream?.ClassesPerTask ?? 0)),
        new("validation-episodes", Text(
            method.HasChoices(subject.Dataset.IsMultiLabel) ? experiment.Protocol.ValidationEpisodes : 0)),
        .. ExperimentText.Of(experiment.Protocol.Quirks)
            .Select(quirk => KeyValuePair.Create($"quirk.{quirk.Key}", quirk.Value)),
        new("exact-shots", ExperimentText.Of(experiment.Protocol.ExactShots)),
        new("on-shortage", ExperimentText.Of(experiment.Protocol.OnShortage)),
        new(Seed, Text(experiment.Seed)),
        new(Method, method.Kind),
        new("label", method.Label),
        .. texts,
        .. method.Facts.Select(fact => KeyValuePair.Create($"method.{fact.Key}", fact.Value)),
        new("metrics", string.Join(", ", experiment.Metrics.Select(metric => metric.Name))),
    ]);

    /// <summary>The method with its options, its pixels and its numbers, whatever it is called: two cells of one
    /// contender are no rivals, but repetitions.</summary>
    public string Contender => HashOf(
        [.. Values.Where(fact => _ofMethods.Any(start => fact.Key.StartsWith(start, StringComparison.Ordinal)))]);

    /// <summary>The value of a key; null where there is none.</summary>
    public string? ValueOf(string key) =>
        Values.Where(fact => fact.Key == key).Select(fact => fact.Value).FirstOrDefault();

    /// <summary>These facts and one more.</summary>
    public CellFacts With(string key, string value) => new([.. Values, new(key, value)]);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string HashOf(IReadOnlyList<KeyValuePair<string, string>> values)
    {
        string text = string.Concat(values.Select(pair => $"{pair.Key}={pair.Value}\n"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
