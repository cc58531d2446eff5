using Clipper.Bench.Datasets.Shapes;
using Clipper.Core.Randomness;

namespace Clipper.Bench.Tests.Datasets.Shapes;

public sealed class ShapeCombinationTests
{
    [Fact]
    public void Split_is_disjoint_complete_and_balanced()
    {
        IReadOnlyList<ShapeCombination> training = ShapeCombination.Training;
        IReadOnlyList<ShapeCombination> evaluation = ShapeCombination.Evaluation;

        Assert.Empty(training.Intersect(evaluation));
        Assert.Equal(144, training.Union(evaluation).Count());
        foreach (IReadOnlyList<ShapeCombination> side in new[] { training, evaluation })
        {
            Assert.All(side.GroupBy(c => c.Shape), g => Assert.Equal(6, g.Count()));
            Assert.All(side.GroupBy(c => c.Color), g => Assert.Equal(6, g.Count()));
        }
    }

    [Fact]
    public void Draw_shows_one_or_two_different_combinations_of_those_given()
    {
        ShapePicture[] pictures =
        [
            .. Enumerable.Range(0, 200).Select(
                i => ShapePicture.Draw(ShapeCombination.Training, Seed.Derive("test", "", i))),
        ];

        Assert.Equal([1, 2], pictures.Select(p => p.Combinations.Count).Distinct().Order());
        Assert.All(pictures, p => Assert.Equal(p.Combinations.Count, p.Combinations.Distinct().Count()));
        Assert.All(pictures, p => Assert.Subset(ShapeCombination.Training.ToHashSet(), p.Combinations.ToHashSet()));
    }
}
