using Clipper.Bench.Datasets;
using Clipper.Core.Episodes;

namespace Clipper.Bench.Configuration;

/// <summary>How few-shot episodes are drawn (PROTOCOL section 4), and what of the results is reported.</summary>
/// <param name="Mode">What of the quirks holds where nothing is said.</param>
/// <param name="Settings">The sizes, in order; one table cell each.</param>
/// <param name="Episodes">Episodes a setting, at least 1.</param>
public sealed record FewShotProtocol(ProtocolMode Mode, IReadOnlyList<EpisodePlan> Settings, int Episodes)
{
    /// <summary>Validation episodes where none are named.</summary>
    public const int DefaultValidationEpisodes = 50;

    /// <summary>Sizes of single data sets, in place of <see cref="Settings"/>: by their name, or name and variant with
    /// a hyphen.</summary>
    public IReadOnlyList<KeyValuePair<string, IReadOnlyList<EpisodePlan>>> SettingsFor { get; init; } = [];

    /// <summary>Which quirks of the reference hold.</summary>
    public ProtocolQuirks Quirks { get; init; } = ProtocolQuirks.Of(Mode);

    /// <summary>How the classes of an episode come one after the other; null where they come at once.</summary>
    public ContinualPlan? Stream { get; init; }

    /// <summary>Whether every label of a multi-label episode has exactly its shots, an image counting for each of its
    /// labels; else images are drawn label by label, and a label can have more.</summary>
    public bool ExactShots { get; init; }

    /// <summary>Episodes that thresholds, epochs and hyper-parameters are chosen on; they are never reported. 0: none,
    /// and nothing is chosen on validation.</summary>
    public int ValidationEpisodes { get; init; } = DefaultValidationEpisodes;

    /// <summary>The sizes of a data set's episodes, in order; what is named more closely wins.</summary>
    public IReadOnlyList<EpisodePlan> SettingsOf(IDataset dataset) => SettingsFor
        .Where(pair => $"{dataset.QualifiedName}-".StartsWith($"{pair.Key}-", StringComparison.Ordinal))
        .OrderByDescending(pair => pair.Key.Length)
        .Select(pair => pair.Value)
        .FirstOrDefault(Settings);

    /// <summary>File or folder of episodes that are given in place of drawn ones; a full path, empty where they are
    /// drawn. Where it lies does not decide a result, its content does.</summary>
    public string Draws { get; init; } = "";
}
