using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Clipper.Bench.Configuration.Nodes;

namespace Clipper.Bench.Configuration.Binding;

/// <summary>Reads <c>quirks</c>: single quirks that differ from the mode's.</summary>
/// <param name="standard">Those of the mode.</param>
internal sealed class QuirksReader(ProtocolQuirks standard) : ValueReader<ProtocolQuirks>
{
    /// <inheritdoc />
    public override string Allowed =>
        $"a mapping with keys {string.Join(", ", QuirkCatalog.All.Select(quirk => quirk.Key))}";

    /// <inheritdoc />
    public override JsonObject Schema => Schemas.Section(QuirkCatalog.All.Select(Key));

    /// <inheritdoc />
    public override bool TryRead(ConfigNode node, Problems problems, [MaybeNullWhen(false)] out ProtocolQuirks value)
    {
        value = null;
        if (Section.Open(node, QuirkCatalog.All.Select(Key), [], problems) is not { } section)
        {
            return false;
        }

        value = standard;
        foreach (Quirk quirk in QuirkCatalog.All)
        {
            bool follows = section.Optional(Key(quirk), standard.Follows(quirk));
            value = value.With(quirk, follows);
        }

        return true;
    }

    private static Key<bool> Key(Quirk quirk) => new(
        quirk.Key,
        new ChoiceReader<bool>("value", [(quirk.Corrected, false), (quirk.Paper, true)], []),
        $"{quirk.Number}: as the reference ({quirk.Paper}), or not ({quirk.Corrected}).");
}
