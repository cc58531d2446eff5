using Spectre.Console;

namespace Clipper.Bench.Cli.Output;

/// <summary>A table on stdout: framed on a terminal, else aligned columns without colour that never wrap.</summary>
internal sealed class TextTable
{
    private readonly Table _table = new() { ShowRowSeparators = false };

    /// <summary>A table with the given columns; a name that begins with '&gt;' is aligned to the right.</summary>
    public TextTable(params ReadOnlySpan<string> columns)
    {
        foreach (string column in columns)
        {
            bool isRight = column.StartsWith('>');
            var header = new TableColumn(new Text(isRight ? column[1..] : column)) { NoWrap = true };
            _table.AddColumn(isRight ? header.RightAligned() : header);
        }
    }

    /// <summary>Adds a row.</summary>
    public TextTable Row(params ReadOnlySpan<string> cells)
    {
        var texts = new List<Text>();
        foreach (string cell in cells)
        {
            texts.Add(new Text(cell));
        }

        _table.AddRow(texts);
        return this;
    }

    /// <summary>Prints it: framed where somebody looks and there is room, else plain; nothing is cut off.</summary>
    public void Print(Terminal terminal)
    {
        _table.Border(TableBorder.Rounded);
        if (terminal.OutputIsTerminal && Lines(terminal).Max(line => line.Length) <= terminal.Width)
        {
            SpectreConsole.On(terminal.Output, isTerminal: true, terminal).Write(_table);
            return;
        }

        _table.Border(TableBorder.None);
        foreach (string line in Lines(terminal))
        {
            terminal.Output.WriteLine(line);
        }
    }

    // Off a terminal the width is unlimited.
    private string[] Lines(Terminal terminal)
    {
        using var text = new StringWriter { NewLine = "\n" };
        SpectreConsole.On(text, isTerminal: false, terminal).Write(_table);
        return [.. text.ToString().TrimEnd('\n').Split('\n').Select(line => line.TrimEnd())];
    }
}
