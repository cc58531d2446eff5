namespace Clipper.Bench.Datasets.Shapes;

/// <summary>A shape in a colour: what an object is and, in variant <c>single</c>, a class.</summary>
/// <param name="Shape">The form.</param>
/// <param name="Color">The colour.</param>
public readonly record struct ShapeCombination(ShapeKind Shape, ShapeColor Color)
{
    private static readonly ShapeKind[] _shapes = Enum.GetValues<ShapeKind>();
    private static readonly ShapeColor[] _colors = Enum.GetValues<ShapeColor>();

    // Six of the twelve diagonals. Every shape and every colour is on both sides of the split equally often.
    private static readonly int[] _evaluationDiagonals = [0, 1, 4, 6, 9, 11];

    /// <summary>As in a caption, e.g. <c>red star</c>.</summary>
    public string Name => $"{NameOf(Color)} {NameOf(Shape)}";

    /// <summary>The 72 combinations that images of the data set are drawn from; no training image shows any of
    /// them.</summary>
    public static IReadOnlyList<ShapeCombination> Evaluation { get; } = [.. All().Where(IsForEvaluation)];

    /// <summary>The other 72, for training the embedded model.</summary>
    public static IReadOnlyList<ShapeCombination> Training { get; } = [.. All().Where(c => !IsForEvaluation(c))];

    /// <summary>Name of a shape in captions and labels.</summary>
    public static string NameOf(ShapeKind shape) => shape.ToString().ToLowerInvariant();

    /// <summary>Name of a colour in captions and labels.</summary>
    public static string NameOf(ShapeColor color) => color.ToString().ToLowerInvariant();

    private static IEnumerable<ShapeCombination> All() =>
        _shapes.SelectMany(_ => _colors, (s, c) => new ShapeCombination(s, c));

    private static bool IsForEvaluation(ShapeCombination combination) =>
        _evaluationDiagonals.Contains(((int)combination.Shape + (int)combination.Color) % _colors.Length);
}
