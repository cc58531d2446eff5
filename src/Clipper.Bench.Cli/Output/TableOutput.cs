using System.CommandLine;
using Clipper.Bench.Cli.Commands;
using Clipper.Bench.Reports.Tables;

namespace Clipper.Bench.Cli.Output;

/// <summary>Result tables on stdout, as text or in the format that --format names.</summary>
internal static class TableOutput
{
    /// <summary>The format for people at a terminal.</summary>
    public const string Text = "text";

    /// <summary>The format for spreadsheets.</summary>
    public const string Csv = "csv";

    /// <summary>The format for articles.</summary>
    public const string Latex = "latex";

    private static readonly string[] Formats =
        [Text, .. Enum.GetNames<TableFormat>().Select(name => name.ToLowerInvariant())];

    /// <summary>--format.</summary>
    public static Option<string> Format() =>
        SharedOptions.OneOf("--format", "How the table is written.", Formats, Text);

    /// <summary>Prints a table, its notes and its footnotes.</summary>
    /// <param name="table">The table.</param>
    /// <param name="format">A value of --format.</param>
    /// <param name="terminal">Where to.</param>
    public static void Print(ResultTable table, string format, Terminal terminal)
    {
        if (format != Text)
        {
            terminal.Output.Write(TableFormats.Write(table, Enum.Parse<TableFormat>(format, ignoreCase: true)));
            return;
        }

        var text = new TextTable([.. table.Heads]);
        foreach (IReadOnlyList<TableCell> row in table.Rows)
        {
            text.Row([.. row.Select(cell => cell.Text)]);
        }

        text.Print(terminal, isStackable: true);
        foreach (string note in table.Notes)
        {
            terminal.Output.WriteLine(note);
        }

        foreach (TableRemark remark in table.Legend)
        {
            terminal.Output.WriteLine($"{remark.Key}: {remark.Text}");
        }
    }
}
