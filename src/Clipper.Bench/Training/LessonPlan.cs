using Clipper.Bench.Datasets.Shapes;
using Clipper.Core.Randomness;

namespace Clipper.Bench.Training;

/// <summary>What is taught at which step. In most steps all pictures are of one colour and their captions name shapes,
/// or the other way round: then nothing but the shape tells pictures apart, and the model cannot learn that a shape
/// which it has never seen in red is not to be expected in red. The rest show everything and name it.</summary>
/// <param name="Seed">Seed of the choice, of pictures and of captions.</param>
/// <param name="Combinations">What pictures show.</param>
/// <param name="Batch">Pictures a step.</param>
/// <param name="SingleSteps">Steps at the beginning whose pictures show one object: large, and with nothing beside it,
/// so that shapes are learned soonest.</param>
internal sealed record LessonPlan(Seed Seed, IReadOnlyList<ShapeCombination> Combinations, int Batch, int SingleSteps)
{
    private const double ShareOfShapes = 0.6;
    private const double ShareOfColors = 0.1;

    private static readonly ShapeColor[] _colors = Enum.GetValues<ShapeColor>();
    private static readonly ShapeKind[] _shapes = Enum.GetValues<ShapeKind>();

    /// <summary>The lesson of a step.</summary>
    public ShapeLesson At(int step)
    {
        var random = new RandomState(Seed.Derive("toy-lesson", "", step, Seed));
        ShapeColor color = _colors[random.NextIndex(_colors.Length)];
        ShapeKind shape = _shapes[random.NextIndex(_shapes.Length)];
        int most = step < SingleSteps ? 1 : int.MaxValue;
        return random.NextDouble() switch
        {
            < ShareOfShapes => new(Only(item => item.Color == color), ShapeCaptionKind.Shapes, most),
            < ShareOfShapes + ShareOfColors => new(Only(item => item.Shape == shape), ShapeCaptionKind.Colors, most),
            _ => new(Combinations, ShapeCaptionKind.Objects, most),
        };
    }

    private ShapeCombination[] Only(Func<ShapeCombination, bool> choice) => [.. Combinations.Where(choice)];
}
