using Clipper.Bench.Datasets.Shapes;
using Clipper.Bench.Training;
using Clipper.Core.Randomness;

namespace Clipper.Bench.Tests.Training;

public sealed class ShapeCaptionTests
{
    private static readonly ShapeCombination[] _picture =
    [
        new(ShapeKind.Star, ShapeColor.Red),
        new(ShapeKind.Oval, ShapeColor.Blue),
        new(ShapeKind.Star, ShapeColor.Orange),
    ];

    private static readonly string[] _colors = [.. Enum.GetValues<ShapeColor>().Select(ShapeCombination.NameOf)];
    private static readonly string[] _shapes = [.. Enum.GetValues<ShapeKind>().Select(ShapeCombination.NameOf)];

    [Theory]
    [InlineData((int)ShapeCaptionKind.Objects, new[] { "blue", "orange", "red" }, new[] { "oval", "star" })]
    [InlineData((int)ShapeCaptionKind.Shapes, new string[0], new[] { "oval", "star" })]
    [InlineData((int)ShapeCaptionKind.Colors, new[] { "blue", "orange", "red" }, new string[0])]
    public void Caption_names_what_its_kind_tells_and_nothing_else(int kind, string[] colors, string[] shapes)
    {
        foreach (ShapeCaption caption in Captions((ShapeCaptionKind)kind))
        {
            string[] words = caption.Text.Split([' ', ',', '.', ':'], StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(colors, words.Where(_colors.Contains).Distinct().Order(StringComparer.Ordinal));
            Assert.Equal(shapes, words.Where(_shapes.Contains).Distinct().Order(StringComparer.Ordinal));
            Assert.True(caption.IsTrueOf(_picture));
        }
    }

    [Fact]
    public void Articles_fit_the_words_after_them()
    {
        foreach (ShapeCaption caption in Captions(ShapeCaptionKind.Objects).Concat(Captions(ShapeCaptionKind.Shapes)))
        {
            Assert.DoesNotMatch(@"\ba [ao]|\ban [^ao]", caption.Text);
        }
    }

    [Fact]
    public void Caption_is_false_of_a_picture_with_the_same_words_in_other_pairs()
    {
        ShapeCombination[] other = [new(ShapeKind.Oval, ShapeColor.Red), new(ShapeKind.Star, ShapeColor.Blue)];
        ShapeCombination[] two = [new(ShapeKind.Star, ShapeColor.Red), new(ShapeKind.Oval, ShapeColor.Blue)];
        var random = new RandomState(0u);

        Assert.False(ShapeCaption.Write(ShapeCaptionKind.Objects, two, random).IsTrueOf(other));
        Assert.True(ShapeCaption.Write(ShapeCaptionKind.Shapes, two, random).IsTrueOf(other));
        Assert.True(ShapeCaption.Write(ShapeCaptionKind.Colors, two, random).IsTrueOf(other));
        Assert.False(ShapeCaption.Write(ShapeCaptionKind.Shapes, two, random).IsTrueOf(other[..1]));
    }

    private static ShapeCaption[] Captions(ShapeCaptionKind kind)
    {
        var random = new RandomState(1u);
        return Enumerable.Range(0, 200).Select(_ => ShapeCaption.Write(kind, _picture, random)).ToArray();
    }
}
