using System.Globalization;
using Clipper.Bench.Reports.Tables;

namespace Clipper.Bench.Reports.Html;

/// <summary>Writes tables that can be sorted and filtered.</summary>
internal static class HtmlTables
{
    private const int FewRows = 8;
    private const int MostLetters = 40;

    /// <summary>Writes tables that have rows; each as many rows as its part of the bytes allows.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="tables">The tables.</param>
    /// <param name="bytes">How many bytes all may take.</param>
    public static void Write(HtmlText html, IReadOnlyList<ResultTable> tables, int bytes)
    {
        ResultTable[] present = [.. tables.Where(table => table.Rows.Count > 0)];
        int end = html.Bytes + bytes;
        foreach ((int place, ResultTable table) in present.Index())
        {
            Write(html, table, html.Bytes + ((end - html.Bytes) / (present.Length - place)));
        }
    }

    private static void Write(HtmlText html, ResultTable table, int end)
    {
        string id = HtmlText.Escape(table.Id);
        html.Raw("<div class=\"table\">\n");
        if (table.Rows.Count > FewRows)
        {
            string name = HtmlText.Escape($"Filter {table.Caption}");
            html.Raw("<p class=\"filter\" hidden><label>Filter ")
                .Raw($"<input type=\"search\" data-table=\"{id}\" aria-label=\"{name}\"></label> ")
                .Raw("<span aria-live=\"polite\"></span></p>\n");
        }

        string label = HtmlText.Escape(table.Caption);
        html.Raw($"<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{label}\">\n")
            .Raw($"<table class=\"data\" id=\"{id}\">\n")
            .Raw("<caption><span>").Text(table.Caption).Raw("</span></caption>\n<thead><tr>\n");
        bool[] isNumber = [.. table.Heads.Select((_, column) => table.IsNumber(column))];
        foreach ((int column, string head) in table.Heads.Index())
        {
            html.Element("th", head, column > 0 && isNumber[column] ? "scope=\"col\" class=\"n\"" : "scope=\"col\"");
        }

        html.Raw("</tr></thead>\n<tbody>\n");
        int written = 0;
        while (written < table.Rows.Count && html.Bytes < end)
        {
            WriteRow(html, table.Rows[written++], isNumber);
        }

        html.Raw("</tbody>\n</table>\n</div>\n");
        WriteNotes(html, table, written);
        html.Raw("</div>\n");
    }

    private static void WriteNotes(HtmlText html, ResultTable table, int written)
    {
        if (written < table.Rows.Count)
        {
            html.Element("p", string.Create(
                CultureInfo.InvariantCulture,
                $"The first {written} of {table.Rows.Count} rows, so that the page stays small."), "class=\"note\"");
        }

        foreach (string note in table.Notes)
        {
            html.Element("p", note, "class=\"note\"");
        }

        WriteLink(html, table.File);
    }

    /// <summary>Says which file has all numbers.</summary>
    public static void WriteLink(HtmlText html, string file)
    {
        if (file.Length > 0)
        {
            html.Raw("<p class=\"note\">All of it, unrounded: ").Raw($"<a href=\"{HtmlText.Escape(file)}\">")
                .Text(file).Raw("</a>.</p>\n");
        }
    }

    private static void WriteRow(HtmlText html, IReadOnlyList<TableCell> row, bool[] isNumber)
    {
        html.Raw("<tr>");
        for (int column = 0; column < row.Count; column++)
        {
            WriteCell(html, row[column], isHead: column == 0, isNumber[column]);
        }

        html.Raw("</tr>\n");
    }

    // Six digits are enough to sort by; the files have all.
    private static void WriteCell(HtmlText html, TableCell cell, bool isHead, bool isNumber)
    {
        string name = isHead ? "th scope=\"row\"" : "td";
        string sort = cell.Number is { } value
            ? $" data-value=\"{value.ToString("G6", CultureInfo.InvariantCulture)}\""
            : "";
        string kind = isNumber && !isHead ? " class=\"n\"" : cell.Text.Length > MostLetters ? " class=\"w\"" : "";
        html.Raw($"<{name}{kind}{sort}>").Raw(cell.IsBest ? "<strong>" : "")
            .Text(cell.Text).Raw(cell.IsBest ? "</strong>" : "").Raw(isHead ? "</th>" : "</td>");
    }
}
