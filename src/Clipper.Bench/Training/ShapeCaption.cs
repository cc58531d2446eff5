using Clipper.Bench.Datasets.Shapes;
using Clipper.Core.Randomness;

namespace Clipper.Bench.Training;

/// <summary>A sentence about a picture.</summary>
/// <param name="Text">The sentence, in words that the data set's labels have too.</param>
/// <param name="Claims">What it says, object by object.</param>
internal sealed record ShapeCaption(string Text, IReadOnlyList<ShapeClaim> Claims)
{
    private const double ShareOfEnds = 0.25;

    private static readonly string[] _beginnings = ["", "", "a photo of ", "a picture of ", "a drawing of "];
    private static readonly string[] _objectForms = ["a {0} {1}", "{0} {1}"];
    private static readonly string[] _shapeForms = ["a {0}", "{0}", "shape:{0}", "a shape:{0}"];
    private static readonly string[] _colorForms = ["a {0} shape", "{0}", "color:{0}", "a color:{0}"];

    /// <summary>Words a caption in one of many ways.</summary>
    /// <param name="kind">What it tells.</param>
    /// <param name="objects">The objects that it tells of.</param>
    /// <param name="random">Chooses the order and the words.</param>
    public static ShapeCaption Write(
        ShapeCaptionKind kind, IReadOnlyList<ShapeCombination> objects, RandomState random)
    {
        IEnumerable<ShapeCombination> shuffled = random.Permutation(objects.Count).Select(i => objects[i]);
        return Write([.. shuffled.Select(item => ClaimOf(kind, item)).Distinct()], random);
    }

    /// <summary>Words a caption that makes the claims, all of one kind, in their order.</summary>
    public static ShapeCaption Write(ShapeClaim[] claims, RandomState random)
    {
        string form = Choose(FormsOf(claims[0]), random);
        string[] parts = [.. claims.Select(claim => Phrase(form, claim))];
        string text = Choose(_beginnings, random) + Join(parts, random);
        return new(random.NextDouble() < ShareOfEnds ? text + "." : text, claims);
    }

    /// <summary>Whether everything that it says is so in a picture of these objects.</summary>
    public bool IsTrueOf(IReadOnlyList<ShapeCombination> objects) =>
        Claims.All(claim => objects.Any(claim.IsTrueOf));

    private static ShapeClaim ClaimOf(ShapeCaptionKind kind, ShapeCombination item) => kind switch
    {
        ShapeCaptionKind.Shapes => new(item.Shape, null),
        ShapeCaptionKind.Colors => new(null, item.Color),
        _ => new(item.Shape, item.Color),
    };

    private static string[] FormsOf(ShapeClaim claim) => claim switch
    {
        { Color: null } => _shapeForms,
        { Shape: null } => _colorForms,
        _ => _objectForms,
    };

    private static string Phrase(string form, ShapeClaim claim)
    {
        string?[] words =
        [
            claim.Color is { } color ? ShapeCombination.NameOf(color) : null,
            claim.Shape is { } shape ? ShapeCombination.NameOf(shape) : null,
        ];
        string phrase = string.Format(null, form, [.. words.OfType<string>()]);
        bool needsAn = phrase.StartsWith("a o", StringComparison.Ordinal)
            || phrase.StartsWith("a a", StringComparison.Ordinal);
        return needsAn ? $"an{phrase[1..]}" : phrase;
    }

    // "x, y, z", "x, y and z" or "x and y and z".
    private static string Join(string[] parts, RandomState random)
    {
        string last = Choose([", ", " and "], random);
        string others = last == ", " ? last : Choose([", ", " and "], random);
        return parts.Length == 1 ? parts[0] : string.Join(others, parts[..^1]) + last + parts[^1];
    }

    private static string Choose(string[] words, RandomState random) => words[random.NextIndex(words.Length)];
}
