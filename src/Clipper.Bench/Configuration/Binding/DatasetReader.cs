using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Clipper.Bench.Configuration.Nodes;
using Clipper.Bench.Datasets;

namespace Clipper.Bench.Configuration.Binding;

/// <summary>Reads a data set: its name, or a mapping with its name and options.</summary>
internal sealed class DatasetReader(PathReader paths) : ValueReader<DatasetRequest>
{
    /// <summary>The key that names an item of the list of data sets.</summary>
    public const string NameKey = "name";

    /// <summary>The key of a data set's form.</summary>
    public const string VariantKey = "variant";

    private static readonly Key<int> _limit = new(
        "limit", new IntegerReader(0, int.MaxValue), "At most so many samples; 0 = all.");
    private static readonly Key<int> _seed = new(
        "seed", new IntegerReader(0, int.MaxValue), "Seed of a generated data set and of stratified splits.");

    private static readonly Key<BadEntryPolicy> _onBadEntry = new("on-bad-entry", new ChoiceReader<BadEntryPolicy>(
        "policy",
        [.. Enum.GetValues<BadEntryPolicy>().Select(policy => (ExperimentText.Of(policy), policy))],
        []), "What an entry that cannot be used does.");

    private static readonly DatasetInfo _any = new("", "", [], IsMultiLabel: false, FoundAt: null, Expected: "", []);


    private readonly IReadOnlyList<DatasetInfo> _known = DatasetCatalog.All;

    /// <inheritdoc />
    public override string Allowed =>
        $"{Names.Allowed}, or a mapping with keys {string.Join(", ", KeysOf(_any).Select(key => key.Name))}";

    private ChoiceReader<DatasetInfo> Names => new(
        "data set", [.. _known.Select(info => (info.Name, info))], [],
        [.. DatasetGroups.All.Select(group => group.Name)]);

    /// <inheritdoc />
    public override JsonObject Schema => Schemas.AnyOf(Names.Schema, Schemas.Section(KeysOf(_any), NameKey));

    private Key<DatasetInfo> Named => new(NameKey, Names, "A name of 'clipper datasets list', or of a group.");

    private Key<string> Root => new("root", paths, "Folder of the data, relative to this file.");

    private Key<string> ClassNames =>
        new("class-names", paths, "A CSV file class,name of what the classes are called in prompts.");

    /// <inheritdoc />
    public override bool TryRead(ConfigNode node, Problems problems, [MaybeNullWhen(false)] out DatasetRequest value)
    {
        value = null;
        if (node is ScalarNode)
        {
            bool isKnown = Names.TryRead(node, problems, out DatasetInfo? info);
            value = isKnown && info is not null ? new DatasetRequest(info.Name, DefaultVariant(info)) : null;
            return value is not null;
        }

        Section? section = Section.Open(node, KeysOf(_any), [], problems);
        value = section is null ? null : ReadSection(section);
        return value is not null;
    }

    private DatasetRequest ReadSection(Section section)
    {
        DatasetInfo info = section.Required(Named, _any);
        return new DatasetRequest(
            info.Name,
            section.Optional(Variant(info), DefaultVariant(info)),
            section.Optional(Root, ""),
            section.Optional(_limit, 0),
            section.Optional(_seed, 0),
            section.Optional(Split(info), ""),
            section.Optional(ClassNames, ""))
        {
            OnBadEntry = section.Optional(_onBadEntry, BadEntryPolicy.Fail),
        };
    }

    private SectionKey[] KeysOf(DatasetInfo info) =>
        [Named, Variant(info), Split(info), Root, _limit, _seed, ClassNames, _onBadEntry];

    private static Key<string> Variant(DatasetInfo info) =>
        new(VariantKey, VariantsOf(info), "Form of the data set, as 'clipper datasets list' shows.");

    private static Key<string> Split(DatasetInfo info) =>
        new("split", SplitsOf(info), "An official split, or a part by rule.");

    private static ValueReader<string> VariantsOf(DatasetInfo info) => ChoiceOrText("variant", info.Variants);

    private static ValueReader<string> SplitsOf(DatasetInfo info) => ChoiceOrText("split", info.Splits);

    private static ValueReader<string> ChoiceOrText(string what, IReadOnlyList<string> known) => known.Count > 0
        ? new ChoiceReader<string>(what, [.. known.Select(name => (name, name))], [])
        : new TextValueReader("text", text => text.Length > 0);

    private static string DefaultVariant(DatasetInfo info) => info.Variants.Count > 0 ? info.Variants[0] : "";
}
