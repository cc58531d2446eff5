using Clipper.Bench.Datasets.Shapes;
using Clipper.Clip.Imaging;
using Clipper.Clip.Text;
using Clipper.Clip.Training;
using Clipper.Core.Randomness;

namespace Clipper.Bench.Training;

/// <summary>Draws the pictures and captions of every step. Each picture is new; a step's depend on the seed and its
/// number alone.</summary>
/// <param name="plan">What is taught when.</param>
/// <param name="preprocess">Pixels of the model.</param>
/// <param name="tokenizer">The model's.</param>
/// <param name="context">Tokens of a caption.</param>
internal sealed class ShapeLessons(LessonPlan plan, PreprocessSpec preprocess, ClipTokenizer tokenizer, int context)
{
    private const int VocabularyTexts = 4000;

    private readonly ImagePreprocessor _preprocessor = new(preprocess);

    /// <summary>Captions of every kind to learn a vocabulary from; the same whatever the seed.</summary>
    public static IEnumerable<string> Texts() => Enumerable.Range(0, VocabularyTexts).Select(index =>
    {
        ShapePicture picture = ShapePicture.Draw(
            ShapeCombination.Training, Seed.Derive("toy-vocabulary", "picture", index));
        var random = new RandomState(Seed.Derive("toy-vocabulary", "caption", index));
        var kind = (ShapeCaptionKind)(index % Enum.GetValues<ShapeCaptionKind>().Length);
        return ShapeCaption.Write(kind, picture.Combinations, random).Text;
    });

    /// <summary>The material of a step, lesson by lesson.</summary>
    public CaptionedPictures[] Draw(int step) =>
        [.. Enumerable.Range(0, plan.Lessons).Select(index => Draw(plan.At(step, index), plan.Number(step, index)))];

    private CaptionedPictures Draw(ShapeLesson lesson, long number)
    {
        ShapePicture[] pictures =
            [.. Enumerable.Range(0, plan.Batch).Select(i => PictureOf(lesson, (number * plan.Batch) + i))];
        var planes = new float[pictures.Length * PlaneLength];
        Parallel.For(0, pictures.Length, i => _preprocessor.Normalize(
            pictures[i].ToPixels(), planes.AsSpan(i * PlaneLength, PlaneLength)));
        ShapeCaption[] captions = CaptionsOf(lesson, pictures, number);
        int[] tokens = [.. captions.SelectMany(caption => tokenizer.Tokenize(caption.Text, context))];
        return new(
            planes, pictures.Length, tokens,
            Pairs(pictures, captions, (objects, caption) => caption.IsTrueOf(objects)),
            lesson.Labels.Count == 0 ? default : Pairs(pictures, captions, IsDoubtful));
    }

    private int PlaneLength => 3 * preprocess.Size * preprocess.Size;

    private ShapePicture PictureOf(ShapeLesson lesson, long number)
    {
        Seed seed = Seed.Derive("toy-picture", "", number, plan.Seed);
        ShapePicture picture = ShapePicture.Draw(lesson.Combinations, seed);
        bool isTwin = new RandomState(Seed.Derive("toy-twin", "", number, plan.Seed)).NextDouble() < lesson.Twins;
        ShapeCombination first = picture.Combinations[0];
        return isTwin ? picture with { Combinations = [first, first] } : picture;
    }

    private ShapeCaption[] CaptionsOf(ShapeLesson lesson, ShapePicture[] pictures, long number)
    {
        var random = new RandomState(Seed.Derive("toy-captions", "", number, plan.Seed));
        return lesson.Labels.Count > 0
            ? [.. lesson.Labels.Select(label => ShapeCaption.Write([label], random))]
            : [.. pictures.Select(picture => ShapeCaption.Write(
                ShapeCaptionKind.Objects, picture.Combinations, random))];
    }

    private bool IsDoubtful(IReadOnlyList<ShapeCombination> objects, ShapeCaption caption) =>
        !caption.IsTrueOf(objects) && !caption.Claims.All(claim => plan.IsTaught(claim, objects));

    // [pictures, captions]
    private static bool[] Pairs(
        ShapePicture[] pictures, ShapeCaption[] captions,
        Func<IReadOnlyList<ShapeCombination>, ShapeCaption, bool> isSo) =>
        [.. pictures.SelectMany(picture => captions.Select(caption => isSo(picture.Combinations, caption)))];
}
