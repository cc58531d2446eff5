using System.Diagnostics.CodeAnalysis;
using Clipper.Bench.Configuration.Nodes;

namespace Clipper.Bench.Configuration.Binding;

/// <summary>Reads <c>quirks</c>: single quirks that differ from the mode's.</summary>
/// <param name="standard">Those of the mode.</param>
internal sealed class QuirksReader(ProtocolQuirks standard) : ValueReader<ProtocolQuirks>
{
    private static readonly string[] _keys = [.. QuirkCatalog.All.Select(quirk => quirk.Key)];

    /// <inheritdoc />
    public override string Allowed => $"a mapping with keys {string.Join(", ", _keys)}";

    /// <inheritdoc />
    public override bool TryRead(ConfigNode node, Problems problems, [MaybeNullWhen(false)] out ProtocolQuirks value)
    {
        value = null;
        if (Section.Open(node, _keys, [], problems) is not { } section)
        {
            return false;
        }

        value = standard;
        foreach (Quirk quirk in QuirkCatalog.All)
        {
            var values = new ChoiceReader<bool>("value", [(quirk.Corrected, false), (quirk.Paper, true)], []);
            bool follows = section.Optional(new Key<bool>(quirk.Key, values), standard.Follows(quirk));
            value = value.With(quirk, follows);
        }

        return true;
    }
}
