using System.Text;
using Clipper.Core.Imprinting;
using FsCheck;
using FsCheck.Fluent;

namespace Clipper.Core.Tests.Imprinting;

public sealed class CodePointComparerTests
{
    [Theory]
    [InlineData("a", "b")]
    [InlineData("", "a")]
    [InlineData("a", "aa")]
    [InlineData("Z", "a")]
    [InlineData("\uFFFD", "\U00010000")]
    [InlineData("\U00010000", "\U00010001")]
    [InlineData("a\uE000", "a\U0001F600b")]
    [InlineData(null, "")]
    public void Compare_puts_the_lower_code_point_first(string? lower, string higher)
    {
        Assert.True(CodePointComparer.Instance.Compare(lower, higher) < 0);
        Assert.True(CodePointComparer.Instance.Compare(higher, lower) > 0);
        Assert.Equal(0, CodePointComparer.Instance.Compare(lower, lower));
    }

    [Fact]
    public void Compare_agrees_with_a_comparison_rune_by_rune()
    {
        Gen<int> rune = Gen.OneOf(
            Gen.Choose(0x40, 0x44),
            Gen.Choose(0xE000, 0xE003),
            Gen.Choose(0xFFF0, 0xFFF3),
            Gen.Choose(0x10000, 0x10003));
        Arbitrary<int[]> runes = rune.ArrayOf().ToArbitrary();

        Prop.ForAll(runes, runes, (x, y) =>
            Math.Sign(x.AsSpan().SequenceCompareTo(y))
                == Math.Sign(CodePointComparer.Instance.Compare(Text(x), Text(y)))).QuickCheckThrowOnFailure();
    }

    private static string Text(int[] runes) => string.Concat(runes.Select(value => new Rune(value).ToString()));
}
