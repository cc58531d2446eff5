using Clipper.Clip.Text.Cleaning;

namespace Clipper.Clip.Tests.Text.Cleaning;

/// <summary>Texts made here, with what ftfy 6.3.1 and Python 3.11 give for them.</summary>
public sealed class TextCleanerTests
{
    [Theory]
    [InlineData("sch\u00c3\u00b6n", "sch\u00f6n")]
    [InlineData("voil\u00c3 le travail", "voil\u00e0 le travail")]
    [InlineData("\u00e2\u20ac\u0153like this\u00e2\u20ac\ufffd", "\"like this\ufffd")]
    [InlineData("\u201ca\u201d \u2018b\u2019", "\"a\" 'b'")]
    [InlineData("\ufb02u\ufb03e\ufb06 \u01c6", "fluffiest d\u017e")]
    [InlineData("\uff21\u3000\uff76\uff9e\uffe3", "a \u30ac \u0304")]
    [InlineData("\ufeffa\u0007b\u001b[36;44mc\u001b[0m", "abc")]
    [InlineData("e\u0327\u0301 \u1100\u1161\u11a8", "\u0229\u0301 \uac01")]
    [InlineData("P&EACUTE;REZ &hellip; &amp;amp;", "p\u00e9rez \u2026 &")]
    public void Repaired_text_is_ftfys(string text, string expected) =>
        Assert.Equal(expected, TextCleaner.Clean(text, isRepaired: true));

    [Theory]
    [InlineData("&ampx &notit; &CounterClockwiseContourIntegral;", "&x \u00acit; \u2233")]
    [InlineData("&#x80;&#0;&#xD800;&#1;&#99999999999;&#xFFFFFFFFFFFF;", "\u20ac\ufffd\ufffd\ufffd\ufffd")]
    [InlineData("&amp;lt; &unknown; & &#; &#x;", "< &unknown; & &#; &#x;")]
    [InlineData("&acE;", "\u223e\u0333")]
    public void References_are_decoded_twice_as_python_does(string text, string expected) =>
        Assert.Equal(expected, TextCleaner.Clean(text, isRepaired: false));

    [Theory]
    [InlineData("\u039f\u0394\u039f\u03a3 \u03a3 \u03a3\u0391", "\u03bf\u03b4\u03bf\u03c2 \u03c3 \u03c3\u03b1")]
    [InlineData("A\u03a3'B A\u03a3'", "a\u03c3'b a\u03c2'")]
    [InlineData("\u0130I\u1e9e\u212a", "i\u0307i\u00dfk")]
    [InlineData("\U00010400", "\U00010428")]
    public void Small_letters_are_pythons(string text, string expected) =>
        Assert.Equal(expected, TextCleaner.Clean(text, isRepaired: false));

    [Fact]
    public void Half_a_surrogate_pair_is_replaced() => Assert.Equal("a\ufffdb", TextRepair.Fix("a\ud83db"));

    [Fact]
    public void Separators_are_stripped_at_the_ends_and_kept_inside() =>
        Assert.Equal("a\u001c b", TextCleaner.Clean("\u001c\u001f a\u001c\u2003\u0085b\u001d", isRepaired: false));

    [Fact]
    public void Text_after_html_keeps_its_references_from_the_repair()
    {
        Assert.Equal("<\n&EACUTE;", TextRepair.Fix("<\n&EACUTE;"));
        Assert.Equal("\u00c9\n<", TextRepair.Fix("&EACUTE;\n<"));
    }
}
