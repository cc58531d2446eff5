using Clipper.Bench.Datasets.Shapes;
using Clipper.Bench.Training;
using Clipper.Core.Randomness;

namespace Clipper.Bench.Tests.Training;

public sealed class LessonPlanTests
{
    private const int Steps = 200;

    private static readonly LessonPlan _plan =
        new(new Seed(3), HeldOutExam.Taught, Batch: 16, Lessons: 2, ShapeSteps: Steps / 2);

    private static readonly ShapeLesson[] _lessons =
        [.. Enumerable.Range(0, Steps).SelectMany(step => new[] { _plan.At(step, 0), _plan.At(step, 1) })];

    [Fact]
    public void Captions_of_one_thing_alone_come_with_pictures_that_share_the_other()
    {
        ShapeLesson[] shapes = [.. _lessons.Where(lesson => Says(lesson, shapes: true, colors: false))];
        ShapeLesson[] colors = [.. _lessons.Where(lesson => Says(lesson, shapes: false, colors: true))];

        Assert.NotEmpty(shapes);
        Assert.All(shapes, lesson => Assert.Single(lesson.Combinations.Select(item => item.Color).Distinct()));
        Assert.All(shapes, lesson => Assert.Equal(
            lesson.Combinations.Select(item => item.Shape), lesson.Labels.Select(label => label.Shape ?? default)));
        Assert.NotEmpty(colors);
        Assert.All(colors, lesson => Assert.Single(lesson.Combinations.Select(item => item.Shape).Distinct()));
    }

    [Fact]
    public void Lessons_of_labels_combinations_and_scenes_show_everything()
    {
        ShapeLesson[] all = [.. _lessons.Where(lesson => lesson.Combinations.Count == 60)];

        Assert.Equal([0, 24, 60], all.Select(lesson => lesson.Labels.Count).Distinct().Order());
        Assert.All(
            all.Where(lesson => lesson.Labels.Count == 24),
            lesson => Assert.Equal(12, lesson.Labels.Count(label => label.Color is null)));
    }

    [Fact]
    public void Shapes_are_taught_most_at_first()
    {
        int first = _lessons[..Steps].Count(lesson => Says(lesson, shapes: true, colors: false));
        int later = _lessons[Steps..].Count(lesson => Says(lesson, shapes: true, colors: false));

        Assert.True(first > 2 * later, $"{first} and {later}");
    }

    [Fact]
    public void What_was_never_shown_is_not_taught_to_be_false()
    {
        ShapeCombination red = HeldOutExam.Taught.First(item => item.Color == ShapeColor.Red);
        ShapeKind hidden = HeldOutExam.HeldOut.Single(item => item.Color == ShapeColor.Red).Shape;
        ShapeKind other = HeldOutExam.Taught.Last(item => item.Color == ShapeColor.Red).Shape;

        Assert.False(_plan.IsTaught(new(hidden, null), [red]));
        Assert.True(_plan.IsTaught(new(other, null), [red]));
        Assert.True(_plan.IsTaught(new(null, ShapeColor.Red), [red]));
        ShapeCombination elsewhere = HeldOutExam.Taught.First(item => item.Shape == hidden);
        Assert.True(_plan.IsTaught(new(hidden, null), [red, elsewhere]));
    }

    [Fact]
    public void Nothing_is_taught_that_is_held_out_or_for_evaluation()
    {
        Assert.Equal(12, HeldOutExam.HeldOut.Count);
        Assert.Equal(12, HeldOutExam.HeldOut.Select(item => item.Shape).Distinct().Count());
        Assert.Equal(12, HeldOutExam.HeldOut.Select(item => item.Color).Distinct().Count());
        Assert.Empty(HeldOutExam.HeldOut.Intersect(ShapeCombination.Evaluation));
        ShapeCombination[] shown = [.. _lessons.SelectMany(lesson => lesson.Combinations).Distinct()];
        Assert.Equal(60, shown.Length);
        Assert.Empty(shown.Intersect(ShapeCombination.Evaluation).Concat(shown.Intersect(HeldOutExam.HeldOut)));
    }

    private static bool Says(ShapeLesson lesson, bool shapes, bool colors) =>
        lesson.Labels.Count > 0
        && lesson.Labels.All(label => label.Shape is not null == shapes && label.Color is not null == colors);
}
