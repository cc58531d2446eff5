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

    /// <summary>The material of a step.</summary>
    public CaptionedPictures Draw(int step)
    {
        ShapeLesson lesson = plan.At(step);
        ShapePicture[] pictures = [.. Enumerable.Range(0, plan.Batch).Select(i => PictureOf(lesson, step, i))];
        var planes = new float[pictures.Length * PlaneLength];
        Parallel.For(0, pictures.Length, i => _preprocessor.Normalize(
            pictures[i].ToPixels(), planes.AsSpan(i * PlaneLength, PlaneLength)));
        ShapeCaption[] captions = CaptionsOf(lesson, pictures, step);
        int[] tokens = [.. captions.SelectMany(caption => tokenizer.Tokenize(caption.Text, context))];
        bool[] truth =
            [.. pictures.SelectMany(picture => captions.Select(caption => caption.IsTrueOf(picture.Combinations)))];
        return new(planes, pictures.Length, tokens, truth);
    }

    private int PlaneLength => 3 * preprocess.Size * preprocess.Size;

    private ShapePicture PictureOf(ShapeLesson lesson, int step, int index)
    {
        Seed seed = Seed.Derive("toy-picture", "", ((long)step * plan.Batch) + index, plan.Seed);
        ShapePicture picture = ShapePicture.Draw(lesson.Combinations, seed);
        return picture with { Combinations = [.. picture.Combinations.Take(lesson.MostObjects)] };
    }

    private ShapeCaption[] CaptionsOf(ShapeLesson lesson, ShapePicture[] pictures, int step)
    {
        var random = new RandomState(Seed.Derive("toy-captions", "", step, plan.Seed));
        return [.. pictures.Select(picture => ShapeCaption.Write(lesson.Captions, picture.Combinations, random))];
    }
}
