using System.Globalization;
using Clipper.Core.Imprinting;

namespace Clipper.Core.Tests.Imprinting;

public sealed class ClassListTests
{
    [Fact]
    public void OfIntegers_sorts_by_value()
    {
        ClassList list = ClassList.OfIntegers([[10, 9], [-3], [], [9, 100, 9]]);

        Assert.Equal(["-3", "9", "10", "100"], list.Names);
        Assert.Equal([1, 2], list.Labels.Row(0).ToArray());
        Assert.Equal([0], list.Labels.Row(1).ToArray());
        Assert.Empty(list.Labels.Row(2).ToArray());
        Assert.Equal([1, 3], list.Labels.Row(3).ToArray());
    }

    [Theory]
    [InlineData("")]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void OfNames_sorts_by_code_point_in_every_culture(string culture)
    {
        CultureInfo.CurrentCulture = new CultureInfo(culture, useUserOverride: false);

        ClassList list = ClassList.OfNames([["zoo", "9"], ["Ångström", "10"], ["_x", "I", "ı", "i", "İ"], ["Zebra"]]);

        Assert.Equal(["10", "9", "I", "Zebra", "_x", "i", "zoo", "Ångström", "İ", "ı"], list.Names);
    }

    [Fact]
    public void OfNames_puts_a_character_beyond_the_basic_plane_last()
    {
        const string HighPlane = "\U0001F600";
        const string EndOfBasicPlane = "\uFF21";

        ClassList list = ClassList.OfNames([[HighPlane], [EndOfBasicPlane], ["a"]]);

        Assert.Equal(["a", EndOfBasicPlane, HighPlane], list.Names);
        Assert.True(string.CompareOrdinal(HighPlane, EndOfBasicPlane) < 0); // what an ordinal sort would do
    }
}
