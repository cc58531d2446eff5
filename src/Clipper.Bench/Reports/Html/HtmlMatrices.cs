using System.Globalization;
using Clipper.Bench.Reports.Tables;

namespace Clipper.Bench.Reports.Html;

/// <summary>Writes matrices as tables whose cells are coloured: one after the other, the first one open.</summary>
internal static class HtmlMatrices
{
    private const int Levels = 10;
    private const int ShortLetters = 4;

    /// <summary>Writes as many matrices as the bytes allow.</summary>
    public static void Write(HtmlText html, MatrixGroup group, int bytes)
    {
        int end = html.Bytes + bytes;
        html.Element("h3", group.Title).Element("p", group.Reading, "class=\"note\"");
        int written = 0;
        while (written < group.Tables.Count && html.Bytes < end)
        {
            Write(html, group.Tables[written], group.Title, isOpen: written == 0);
            written++;
        }

        if (written < group.Count)
        {
            html.Element("p", string.Create(
                CultureInfo.InvariantCulture,
                $"The first {written} of {group.Count} cells, so that the page stays small."), "class=\"note\"");
        }

        HtmlTables.WriteLink(html, group.File);
    }

    private static void Write(HtmlText html, MatrixTable table, string kind, bool isOpen)
    {
        string turned = table.Columns.Average(name => name.Length) > ShortLetters ? " turned" : "";
        html.Raw($"<details class=\"cell\"{(isOpen ? " open=\"\"" : "")}>\n").Element("summary", table.Title)
            .Raw("<div class=\"scroll\" role=\"region\" tabindex=\"0\" ")
            .Raw($"aria-label=\"{HtmlText.Escape($"{kind}: {table.Title}")}\">\n")
            .Raw($"<table class=\"matrix{turned}\">\n")
            .Element("caption", $"{kind}: {table.Title}")
            .Raw("<thead><tr>").Element("th", table.Corner, "scope=\"col\"");
        foreach (string column in table.Columns)
        {
            html.Raw("<th scope=\"col\"><span>").Text(column).Raw("</span></th>");
        }

        html.Raw("</tr></thead>\n<tbody>\n");
        foreach (MatrixRow row in table.Rows)
        {
            html.Raw("<tr><th scope=\"row\">").Text(row.Name).Raw("</th>");
            foreach (MatrixCell cell in row.Cells)
            {
                WriteCell(html, cell);
            }

            html.Raw("</tr>\n");
        }

        html.Raw("</tbody>\n</table>\n</div>\n");
        if (table.Note.Length > 0)
        {
            html.Element("p", table.Note, "class=\"note\"");
        }

        html.Raw("</details>\n");
    }

    private static void WriteCell(HtmlText html, MatrixCell cell)
    {
        string level = double.IsNaN(cell.Share)
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"h{Math.Clamp((int)(cell.Share * Levels), 0, Levels - 1)}");
        string names = $"{level}{(cell.IsDiagonal ? " d" : "")}".Trim();
        html.Raw(names.Length > 0 ? $"<td class=\"{names}\">" : "<td>").Text(cell.Text).Raw("</td>");
    }
}
