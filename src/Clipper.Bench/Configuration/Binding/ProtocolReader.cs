using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Clipper.Bench.Configuration.Nodes;
using Clipper.Core.Episodes;

namespace Clipper.Bench.Configuration.Binding;

/// <summary>Reads <c>protocol</c>: ways × shots × queries, or a list of settings.</summary>
/// <param name="paths">Reads paths, relative to the file.</param>
internal sealed class ProtocolReader(PathReader paths) : ValueReader<FewShotProtocol>
{
    /// <summary>Stands in where the section is missing or wrong.</summary>
    public static readonly FewShotProtocol Placeholder = new(ProtocolMode.Corrected, [], 1);

    private static readonly string[] _keys =
    [
        "kind", "classes-per-task", "mode", "ways", "shots", "queries", "settings", "settings-for", "episodes",
        "validation-episodes", "exact-shots", "draws", "quirks",
    ];

    private static readonly string[] _sizes = ["ways", "shots", "queries"];

    private static readonly Key<string> _kind =
        new("kind", new ChoiceReader<string>(
            "protocol kind",
            [(ExperimentText.FewShot, ExperimentText.FewShot), (ExperimentText.Continual, ExperimentText.Continual)],
            []));

    private static readonly Key<int> _classesPerTask =
        new("classes-per-task", new IntegerReader(1, SettingText.Most));

    private static readonly (string Name, ProtocolMode Mode)[] _modes =
        [.. Enum.GetValues<ProtocolMode>().Select(mode => (ExperimentText.Of(mode), mode))];

    private static readonly Key<ProtocolMode> _mode =
        new("mode", new ChoiceReader<ProtocolMode>("mode", _modes, []));

    private static readonly Key<int> _episodes = new("episodes", new IntegerReader(1, 100_000));
    private static readonly Key<int> _validation = new("validation-episodes", new IntegerReader(0, 100_000));
    private static readonly Key<bool> _exactShots = new("exact-shots", new ChoiceReader<bool>(
        "value", [(ExperimentText.Of(false), false), (ExperimentText.Of(true), true)], []));

    private static readonly Key<IReadOnlyList<int>> _ways = Sizes("ways", new WaysReader());
    private static readonly Key<IReadOnlyList<int>> _shots = Sizes("shots", new IntegerReader(1, SettingText.Most));
    private static readonly Key<IReadOnlyList<int>> _queries = Sizes("queries", new IntegerReader(1, SettingText.Most));

    private static readonly Key<IReadOnlyList<EpisodePlan>> _settings =
        new("settings", new OneOrManyReader<EpisodePlan>(new SettingReader(), SettingText.Of));

    private static readonly Key<IReadOnlyList<KeyValuePair<string, IReadOnlyList<EpisodePlan>>>> _settingsFor =
        new("settings-for", new SettingsForReader(_settings.Reader));

    /// <inheritdoc />
    public override string Allowed => $"a mapping with keys {string.Join(", ", _keys)}";

    /// <inheritdoc />
    public override bool TryRead(ConfigNode node, Problems problems, [MaybeNullWhen(false)] out FewShotProtocol value)
    {
        Section? section = Section.Open(node, _keys, [], problems);
        value = section is null ? null : Read(section, problems);
        return value is not null;
    }

    private FewShotProtocol Read(Section section, Problems problems)
    {
        ProtocolMode mode = section.Optional(_mode, ProtocolMode.Corrected);
        var standard = ProtocolQuirks.Of(mode);
        ProtocolQuirks quirks =
            section.Optional(new Key<ProtocolQuirks>("quirks", new QuirksReader(standard)), standard);
        bool exactShots = section.Optional(_exactShots, false);
        if (exactShots && quirks.Follows(QuirkCatalog.Sampling))
        {
            problems.Add(
                section.MarkOf(_exactShots.Name), "exact shots are none of the reference's",
                "exact-shots: false, or quirks: { sampling: images }");
        }

        return new FewShotProtocol(mode, ReadSettings(section, problems), section.Optional(_episodes, 100))
        {
            Stream = ReadStream(section, problems),
            SettingsFor = section.Optional(_settingsFor, []),
            Draws = section.Optional(new Key<string>("draws", paths), ""),
            ValidationEpisodes = section.Optional(_validation, FewShotProtocol.DefaultValidationEpisodes),
            ExactShots = exactShots,
            Quirks = quirks,
        };
    }

    private static ContinualPlan? ReadStream(Section section, Problems problems)
    {
        if (section.Optional(_kind, ExperimentText.FewShot) == ExperimentText.Continual)
        {
            return new ContinualPlan(section.Optional(_classesPerTask, 1));
        }

        if (section.Has(_classesPerTask.Name))
        {
            problems.Add(
                section.MarkOf(_classesPerTask.Name), "few-shot episodes have no tasks",
                $"{_kind.Name}: {ExperimentText.Continual}");
        }

        return null;
    }

    private static IReadOnlyList<EpisodePlan> ReadSettings(Section section, Problems problems)
    {
        if (!section.Has(_settings.Name))
        {
            return Cross(section.Required(_ways, []), section.Required(_shots, []), section.Required(_queries, []));
        }

        foreach (string size in _sizes.Where(section.Has))
        {
            problems.Add(
                section.MarkOf(size), $"both 'settings' and '{size}'", "either settings, or ways, shots and queries");
        }

        return section.Optional(_settings, []);
    }

    private static EpisodePlan[] Cross(IReadOnlyList<int> ways, IReadOnlyList<int> shots, IReadOnlyList<int> queries) =>
    [
        .. from way in ways
           from shot in shots
           from query in queries
           select new EpisodePlan(way, shot, query),
    ];

    private static Key<IReadOnlyList<int>> Sizes(string name, ValueReader<int> size) => new(
        name, new OneOrManyReader<int>(size, number => number.ToString(CultureInfo.InvariantCulture)));
}
