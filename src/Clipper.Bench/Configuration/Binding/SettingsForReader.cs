using System.Diagnostics.CodeAnalysis;
using Clipper.Bench.Configuration.Nodes;
using Clipper.Bench.Datasets;
using Clipper.Core.Episodes;

namespace Clipper.Bench.Configuration.Binding;

/// <summary>Reads <c>settings-for</c>: data sets whose episodes have other sizes than the rest.</summary>
/// <param name="settings">Reads the sizes of one.</param>
internal sealed class SettingsForReader(ValueReader<IReadOnlyList<EpisodePlan>> settings)
    : ValueReader<IReadOnlyList<KeyValuePair<string, IReadOnlyList<EpisodePlan>>>>
{
    private static readonly string[] _names =
    [
        .. from info in DatasetCatalog.All
           from name in info.Variants.Select(variant => $"{info.Name}-{variant}").Prepend(info.Name)
           select name,
    ];

    /// <inheritdoc />
    public override string Allowed => "a mapping of data sets, by name or name-variant, to settings";

    /// <inheritdoc />
    public override bool TryRead(
        ConfigNode node,
        Problems problems,
        [MaybeNullWhen(false)] out IReadOnlyList<KeyValuePair<string, IReadOnlyList<EpisodePlan>>> value)
    {
        value = null;
        if (Section.Open(node, _names, [], problems) is not { } section)
        {
            return false;
        }

        value =
        [
            .. from name in _names
               where section.Has(name)
               let key = new Key<IReadOnlyList<EpisodePlan>>(name, settings)
               select KeyValuePair.Create(name, section.Optional(key, [])),
        ];
        return true;
    }
}
