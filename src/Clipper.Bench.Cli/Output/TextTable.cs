using Spectre.Console;

namespace Clipper.Bench.Cli.Output;

/// <summary>A table on stdout: framed on a terminal, else aligned columns without colour that never wrap.</summary>
internal sealed class TextTable
{
    private const string Gap = "  ";

    private readonly Table _table = new() { ShowRowSeparators = false };
    private readonly List<string> _heads = [];
    private readonly List<string[]> _rows = [];

    /// <summary>A table with the given columns; a name that begins with '&gt;' is aligned to the right.</summary>
    public TextTable(params ReadOnlySpan<string> columns)
    {
        foreach (string column in columns)
        {
            bool isRight = column.StartsWith('>');
            _heads.Add(isRight ? column[1..] : column);
            var header = new TableColumn(new Text(_heads[^1])) { NoWrap = true };
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
        _rows.Add(cells.ToArray());
        return this;
    }

    /// <summary>Prints it: framed where somebody looks and there is room, else plain; nothing is cut off.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="isStackable">Whether on a terminal that is too narrow for its lines every cell has a line of its
    /// own, behind the head of its column.</param>
    public void Print(Terminal terminal, bool isStackable = false)
    {
        _table.Border(TableBorder.Rounded);
        if (terminal.OutputIsTerminal && Fits(Lines(terminal), terminal))
        {
            SpectreConsole.On(terminal.Output, isTerminal: true, terminal).Write(_table);
            return;
        }

        _table.Border(TableBorder.None);
        string[] lines = Lines(terminal);
        bool isStacked = isStackable && terminal.OutputIsTerminal && !Fits(lines, terminal);
        foreach (string line in isStacked ? Stacked() : lines)
        {
            terminal.Output.WriteLine(line);
        }
    }

    private static bool Fits(string[] lines, Terminal terminal) => lines.Max(line => line.Length) <= terminal.Width;

    // A blank line behind every row; cells with nothing in them are left out.
    private IEnumerable<string> Stacked()
    {
        int width = _heads.Max(head => head.Length);
        foreach (string[] row in _rows)
        {
            foreach ((int column, string cell) in row.Index().Where(each => each.Item.Length > 0))
            {
                yield return $"{_heads[column].PadRight(width)}{Gap}{cell}";
            }

            yield return "";
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
