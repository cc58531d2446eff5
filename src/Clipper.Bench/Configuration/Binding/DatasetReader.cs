using System.Diagnostics.CodeAnalysis;
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

    private static readonly string[] _keys =
        [NameKey, VariantKey, "split", "root", "limit", "seed", "class-names", "on-bad-entry"];

    private static readonly Key<int> _limit = new("limit", new IntegerReader(0, int.MaxValue));
    private static readonly Key<int> _seed = new("seed", new IntegerReader(0, int.MaxValue));

    private static readonly Key<BadEntryPolicy> _onBadEntry = new("on-bad-entry", new ChoiceReader<BadEntryPolicy>(
        "policy",
        [.. Enum.GetValues<BadEntryPolicy>().Select(policy => (ExperimentText.Of(policy), policy))],
        []));

    private readonly IReadOnlyList<DatasetInfo> _known = DatasetCatalog.All;

    /// <inheritdoc />
    public override string Allowed => $"{Names.Allowed}, or a mapping with keys {string.Join(", ", _keys)}";

    private ChoiceReader<DatasetInfo> Names => new(
        "data set", [.. _known.Select(info => (info.Name, info))], [],
        [.. DatasetGroups.All.Select(group => group.Name)]);

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

        Section? section = Section.Open(node, _keys, [], problems);
        value = section is null ? null : ReadSection(section);
        return value is not null;
    }

    private DatasetRequest ReadSection(Section section)
    {
        var unknown = new DatasetInfo("", "", [], IsMultiLabel: false, FoundAt: null, Expected: "", []);
        DatasetInfo info = section.Required(new Key<DatasetInfo>(NameKey, Names), unknown);
        return new DatasetRequest(
            info.Name,
            section.Optional(new Key<string>(VariantKey, VariantsOf(info)), DefaultVariant(info)),
            section.Optional(new Key<string>("root", paths), ""),
            section.Optional(_limit, 0),
            section.Optional(_seed, 0),
            section.Optional(new Key<string>("split", SplitsOf(info)), ""),
            section.Optional(new Key<string>("class-names", paths), ""))
        {
            OnBadEntry = section.Optional(_onBadEntry, BadEntryPolicy.Fail),
        };
    }

    private static ValueReader<string> VariantsOf(DatasetInfo info) => ChoiceOrText("variant", info.Variants);

    private static ValueReader<string> SplitsOf(DatasetInfo info) => ChoiceOrText("split", info.Splits);

    private static ValueReader<string> ChoiceOrText(string what, IReadOnlyList<string> known) => known.Count > 0
        ? new ChoiceReader<string>(what, [.. known.Select(name => (name, name))], [])
        : new TextValueReader("text", text => text.Length > 0);

    private static string DefaultVariant(DatasetInfo info) => info.Variants.Count > 0 ? info.Variants[0] : "";
}
