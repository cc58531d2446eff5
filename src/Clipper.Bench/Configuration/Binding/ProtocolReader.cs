using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using Clipper.Bench.Configuration.Nodes;
using Clipper.Core.Episodes;

namespace Clipper.Bench.Configuration.Binding;

/// <summary>Reads <c>protocol</c>: ways × shots × queries, or a list of settings.</summary>
/// <param name="paths">Reads paths, relative to the file.</param>
internal sealed class ProtocolReader(PathReader paths) : ValueReader<FewShotProtocol>
{
    /// <summary>Stands in where the section is missing or wrong.</summary>
    public static readonly FewShotProtocol Placeholder = new(ProtocolMode.Corrected, [], 1);

    private static readonly string[] _sizes = ["ways", "shots", "queries"];

    private static readonly Key<string> _kind = new(
        "kind",
        new ChoiceReader<string>(
            "protocol kind",
            [(ExperimentText.FewShot, ExperimentText.FewShot), (ExperimentText.Continual, ExperimentText.Continual)],
            []),
        "What a run does: episodes, or streams of tasks.");

    private static readonly Key<int> _classesPerTask = new(
        "classes-per-task", new IntegerReader(1, SettingText.Most), "New classes of a task of a stream.");

    private static readonly (string Name, ProtocolMode Mode)[] _modes =
        [.. Enum.GetValues<ProtocolMode>().Select(mode => (ExperimentText.Of(mode), mode))];

    private static readonly Key<ProtocolMode> _mode = new(
        "mode",
        new ChoiceReader<ProtocolMode>("mode", _modes, []),
        "What a careful benchmark does (corrected), or what the reference does (paper).");

    private static readonly Key<int> _episodes =
        new("episodes", new IntegerReader(1, 100_000), "Episodes a setting.");

    private static readonly Key<int> _validation = new(
        "validation-episodes",
        new IntegerReader(0, 100_000),
        "Episodes that thresholds, epochs and hyper-parameters are chosen on.");

    private static readonly Key<bool> _exactShots = new(
        "exact-shots",
        new ChoiceReader<bool>("value", [(ExperimentText.Of(false), false), (ExperimentText.Of(true), true)], []),
        "Whether every label of a multi-label episode has exactly its shots.");

    private static readonly Key<IReadOnlyList<int>> _ways = Sizes("ways", new WaysReader(), "Classes an episode.");
    private static readonly Key<IReadOnlyList<int>> _shots =
        Sizes("shots", new IntegerReader(1, SettingText.Most), "Support images a class.");

    private static readonly Key<IReadOnlyList<int>> _queries =
        Sizes("queries", new IntegerReader(1, SettingText.Most), "Query images a class.");

    private static readonly Key<IReadOnlyList<EpisodePlan>> _settings = new(
        "settings",
        new OneOrManyReader<EpisodePlan>(new SettingReader(), SettingText.Of),
        "Sizes in place of ways, shots and queries, such as 5w1s15q.");

    private static readonly SectionKey[] _fixed =
    [
        _kind, _classesPerTask, _mode, _ways, _shots, _queries, _settings, _episodes, _validation, _exactShots,
    ];

    /// <inheritdoc />
    public override string Allowed => $"a mapping with keys {string.Join(", ", Keys.Select(key => key.Name))}";

    private Key<string> Draws => new("draws", paths, "Episodes that are given: a file of draws/, or a folder of them.");

    private IEnumerable<SectionKey> Keys => [.. _fixed, Draws, QuirksUnder(ProtocolMode.Corrected)];

    /// <inheritdoc />
    public override JsonObject Schema => Schemas.Section(Keys);

    /// <inheritdoc />
    public override bool TryRead(ConfigNode node, Problems problems, [MaybeNullWhen(false)] out FewShotProtocol value)
    {
        Section? section = Section.Open(node, Keys, [], problems);
        value = section is null ? null : Read(section, problems);
        return value is not null;
    }

    private FewShotProtocol Read(Section section, Problems problems)
    {
        ProtocolMode mode = section.Optional(_mode, ProtocolMode.Corrected);
        var standard = ProtocolQuirks.Of(mode);
        ProtocolQuirks quirks = section.Optional(QuirksUnder(mode), standard);
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
            Draws = section.Optional(Draws, ""),
            ValidationEpisodes = section.Optional(_validation, FewShotProtocol.DefaultValidationEpisodes),
            ExactShots = exactShots,
            Quirks = quirks,
        };
    }

    private static Key<ProtocolQuirks> QuirksUnder(ProtocolMode mode) => new(
        "quirks",
        new QuirksReader(ProtocolQuirks.Of(mode)),
        "Single quirks of the reference that differ from the mode's.");

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

    private static Key<IReadOnlyList<int>> Sizes(string name, ValueReader<int> size, string doc) => new(
        name,
        new OneOrManyReader<int>(size, number => number.ToString(CultureInfo.InvariantCulture)),
        doc);
}
