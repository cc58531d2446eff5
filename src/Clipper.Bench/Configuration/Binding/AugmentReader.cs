using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Clipper.Bench.Configuration.Nodes;
using Clipper.Bench.Methods;

namespace Clipper.Bench.Configuration.Binding;

/// <summary>Reads <c>augment</c>: copies of support images.</summary>
internal sealed class AugmentReader : ValueReader<Augmentation>
{
    private static readonly Key<AugmentationKind> _kind = new("kind", new ChoiceReader<AugmentationKind>(
        "kind of augmentation",
        [
            ("none", AugmentationKind.None),
            ("trivial", AugmentationKind.Trivial),
            ("nontrivial", AugmentationKind.Nontrivial),
        ],
        []), "Exact copies of the support (trivial), changed copies (nontrivial), or none.");

    private static readonly Key<int> _copies =
        new("copies", new IntegerReader(1, 1_000), "Copies of every support image.");

    private static readonly Key<int> _seed =
        new("seed", new IntegerReader(0, int.MaxValue), "Seed of the changes of nontrivial copies.");

    private static readonly SectionKey[] _keys = [_kind, _copies, _seed];

    /// <inheritdoc />
    public override string Allowed => $"a mapping with keys {string.Join(", ", _keys.Select(key => key.Name))}";

    /// <inheritdoc />
    public override JsonObject Schema => Schemas.Section(_keys, _kind.Name);

    /// <inheritdoc />
    public override bool TryRead(ConfigNode node, Problems problems, [MaybeNullWhen(false)] out Augmentation value)
    {
        Section? section = Section.Open(node, _keys, [], problems);
        value = section is null ? null : Read(section, problems);
        return value is not null;
    }

    private static Augmentation Read(Section section, Problems problems)
    {
        AugmentationKind kind = section.Required(_kind, AugmentationKind.Nontrivial);
        switch (kind)
        {
            case AugmentationKind.None:
                Refuse(section, _copies, problems);
                Refuse(section, _seed, problems);
                return Augmentation.None;
            case AugmentationKind.Trivial:
                Refuse(section, _seed, problems);
                return new Augmentation(kind, section.Required(_copies, 1), Seed: 0);
            default:
                return new Augmentation(kind, section.Required(_copies, 1), section.Optional(_seed, 0));
        }
    }

    private static void Refuse(Section section, Key<int> key, Problems problems)
    {
        if (section.Has(key.Name))
        {
            problems.Add(
                section.MarkOf(key.Name),
                $"'{key.Name}' means nothing with this kind",
                "copies with trivial, copies and seed with nontrivial, neither with none");
        }
    }
}
