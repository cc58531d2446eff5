using Clipper.Bench.Datasets.Shapes;
using Clipper.Core.Randomness;

namespace Clipper.Bench.Training;

/// <summary>What is taught at which step, in several lessons a step.
/// <list type="bullet">
/// <item>Lessons of shapes: all pictures are of one colour, and there is a caption for each shape that is taught in it;
/// lessons of colours the other way round. Nothing but the shape tells pictures apart, and the model cannot learn that
/// a shape which it has never seen in red is not to be expected in red.</item>
/// <item>Lessons of combinations: everything is shown, and there is a caption for each combination. They bind a shape
/// to its colour.</item>
/// <item>Lessons of labels: everything is shown, and there is a caption for each shape and each colour. A picture comes
/// to lie equally near to all that is in it, which is what imprinting several labels needs.</item>
/// <item>Lessons of scenes: every picture has a caption that names all that is in it.</item>
/// </list></summary>
/// <param name="Seed">Seed of the choice, of pictures and of captions.</param>
/// <param name="Combinations">What pictures show.</param>
/// <param name="Batch">Pictures a lesson.</param>
/// <param name="Lessons">Lessons a step.</param>
/// <param name="ShapeSteps">Steps, the first ones, in which shapes are taught most: they are much harder than
/// colours.</param>
internal sealed record LessonPlan(
    Seed Seed, IReadOnlyList<ShapeCombination> Combinations, int Batch, int Lessons, int ShapeSteps)
{
    // The same object twice says more plainly what it is than two different ones do.
    private const double TwinsOfOneKind = 0.5;
    private const double TwinsOfAll = 0.3;

    private static readonly ShapeColor[] _colors = Enum.GetValues<ShapeColor>();
    private static readonly ShapeKind[] _shapes = Enum.GetValues<ShapeKind>();
    private static readonly Shares _atFirst = new(Shapes: 0.35, Colors: 0.02, Combinations: 0.35, Scenes: 0.03);
    private static readonly Shares _later = new(Shapes: 0.1, Colors: 0.02, Combinations: 0.4, Scenes: 0.08);

    /// <summary>Lesson <paramref name="index"/> of a step.</summary>
    public ShapeLesson At(int step, int index)
    {
        var random = new RandomState(Seed.Derive("toy-lesson", "", Number(step, index), Seed));
        ShapeColor color = _colors[random.NextIndex(_colors.Length)];
        ShapeKind shape = _shapes[random.NextIndex(_shapes.Length)];
        Shares shares = step < ShapeSteps ? _atFirst : _later;
        double choice = random.NextDouble();
        if ((choice -= shares.Shapes) < 0)
        {
            ShapeCombination[] ofColor = [.. Combinations.Where(item => item.Color == color)];
            return new(ofColor, ShapesOf(ofColor), TwinsOfOneKind);
        }

        if ((choice -= shares.Colors) < 0)
        {
            ShapeCombination[] ofShape = [.. Combinations.Where(item => item.Shape == shape)];
            return new(ofShape, ColorsOf(ofShape), TwinsOfOneKind);
        }

        if ((choice -= shares.Combinations) < 0)
        {
            return new(
                Combinations, [.. Combinations.Select(item => new ShapeClaim(item.Shape, item.Color))], TwinsOfAll);
        }

        return choice < shares.Scenes
            ? new(Combinations, [], Twins: 0)
            : new(Combinations, [.. ShapesOf(Combinations), .. ColorsOf(Combinations)], Twins: 0);
    }

    /// <summary>Number of a lesson from the first step on.</summary>
    public long Number(int step, int index) => ((long)step * Lessons) + index;

    /// <summary>Whether the model is shown what the claim would make of an object in the picture. Else the claim,
    /// though false of the picture, must not count as false: that would teach that there is no such thing.</summary>
    public bool IsTaught(ShapeClaim claim, IReadOnlyList<ShapeCombination> objects) => objects.Any(
        item => Combinations.Contains(new(claim.Shape ?? item.Shape, claim.Color ?? item.Color)));

    private static ShapeClaim[] ShapesOf(IEnumerable<ShapeCombination> combinations) =>
        [.. combinations.Select(item => new ShapeClaim(item.Shape, null)).Distinct()];

    private static ShapeClaim[] ColorsOf(IEnumerable<ShapeCombination> combinations) =>
        [.. combinations.Select(item => new ShapeClaim(null, item.Color)).Distinct()];

    private readonly record struct Shares(double Shapes, double Colors, double Combinations, double Scenes);
}
