using Clipper.Bench.Datasets.Shapes;
using Clipper.Bench.Training;
using Clipper.Core.Randomness;

namespace Clipper.Bench.Tests.Training;

public sealed class LessonPlanTests
{
    private const int Steps = 400;

    private static readonly LessonPlan _plan = new(new Seed(3), HeldOutExam.Taught, Batch: 16, SingleSteps: 100);

    [Fact]
    public void Captions_of_one_thing_come_with_pictures_that_share_the_other()
    {
        ShapeLesson[] lessons = [.. Enumerable.Range(0, Steps).Select(_plan.At)];

        Assert.Equal(Enum.GetValues<ShapeCaptionKind>(), lessons.Select(lesson => lesson.Captions).Distinct().Order());
        Assert.All(lessons, lesson => Assert.Equal(
            lesson.Captions == ShapeCaptionKind.Shapes,
            lesson.Combinations.Select(item => item.Color).Distinct().Count() == 1));
        Assert.All(lessons, lesson => Assert.Equal(
            lesson.Captions == ShapeCaptionKind.Colors,
            lesson.Combinations.Select(item => item.Shape).Distinct().Count() == 1));
    }

    [Fact]
    public void First_steps_show_single_objects()
    {
        Assert.Equal(1, _plan.At(99).MostObjects);
        Assert.True(_plan.At(100).MostObjects >= 4);
    }

    [Fact]
    public void Nothing_is_taught_that_is_held_out_or_for_evaluation()
    {
        Assert.Equal(12, HeldOutExam.HeldOut.Count);
        Assert.Equal(12, HeldOutExam.HeldOut.Select(item => item.Shape).Distinct().Count());
        Assert.Equal(12, HeldOutExam.HeldOut.Select(item => item.Color).Distinct().Count());
        Assert.Empty(HeldOutExam.HeldOut.Intersect(ShapeCombination.Evaluation));
        ShapeCombination[] shown =
            [.. Enumerable.Range(0, Steps).SelectMany(step => _plan.At(step).Combinations).Distinct()];
        Assert.Equal(60, shown.Length);
        Assert.Empty(shown.Intersect(ShapeCombination.Evaluation).Concat(shown.Intersect(HeldOutExam.HeldOut)));
    }
}
