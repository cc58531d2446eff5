using Clipper.Bench.Cli.Output;

namespace Clipper.Bench.Cli.Tests.Output;

public sealed class TextTableTests
{
    [Fact]
    public void Off_a_terminal_columns_are_aligned_and_never_cut()
    {
        string wide = new('x', 300);

        Assert.Equal($"name{new string(' ', 297)}value\n{wide}   1.5\n", Print(isTerminal: false, wide));
    }

    [Fact]
    public void On_a_terminal_it_is_framed_where_there_is_room()
    {
        Assert.Contains("╭", Print(isTerminal: true, "x"), StringComparison.Ordinal);
        Assert.DoesNotContain("╭", Print(isTerminal: true, new string('x', 300)), StringComparison.Ordinal);
    }

    [Fact]
    public void On_a_terminal_that_is_too_narrow_every_cell_has_a_line_where_the_table_allows_it()
    {
        string wide = new('x', 300);

        Assert.Equal($"name   {wide}\nvalue  1.5\n\n", Print(isTerminal: true, wide, isStackable: true));
        Assert.Equal(Print(isTerminal: false, wide), Print(isTerminal: true, wide));
        Assert.Equal(Print(isTerminal: false, wide), Print(isTerminal: false, wide, isStackable: true));
        Assert.Equal(Print(isTerminal: true, "x"), Print(isTerminal: true, "x", isStackable: true));
    }

    [Fact]
    public void Brackets_are_no_markup() =>
        Assert.Contains("[red]x[/]", Print(isTerminal: false, "[red]x[/]"), StringComparison.Ordinal);

    private static string Print(bool isTerminal, string name, bool isStackable = false)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal { Output = output, Error = TextWriter.Null, OutputIsTerminal = isTerminal };
        new TextTable("name", ">value").Row(name, "1.5").Print(terminal, isStackable);
        return output.ToString();
    }
}
