using System.Globalization;
using System.Text;
using Clipper.Bench.Reports.Plots;
using Clipper.Bench.Reports.Tables;

namespace Clipper.Bench.Reports.Html;

/// <summary>Writes the report as one HTML page: no network, no other file, readable without JavaScript, which adds
/// sorting, filtering and the choice of a theme.</summary>
internal static class HtmlReport
{
    private const int FewRows = 8;

    /// <summary>The page; the same content gives the same bytes.</summary>
    public static string Write(ReportContent content)
    {
        var html = new HtmlText();
        html.Raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Element("title", $"{content.Title} · Clipper.Bench")
            .Raw($"<style>\n{PageAssets.Style}</style>\n</head>\n<body>\n")
            .Raw("<a class=\"skip\" href=\"#results\">Skip to the results</a>\n<header>\n");
        html.Element("h1", content.Title).Element("p", content.Summary);
        foreach (string warning in content.Warnings)
        {
            html.Element("p", warning, "class=\"warning\" role=\"note\"");
        }

        foreach (string sentence in content.Verdict)
        {
            html.Element("p", sentence, "class=\"verdict\"");
        }

        html.Raw("<div class=\"tools\" hidden><button type=\"button\" id=\"theme\">Dark or light</button></div>\n");
        WriteContents(html, content);
        html.Raw("</header>\n<main>\n");
        WriteTables(html, content.Tables);
        WriteFigures(html, content.Figures);
        WriteFailures(html, content.Failures);
        WriteProvenance(html, content);
        html.Raw($"</main>\n<script>\n{PageAssets.Script}</script>\n</body>\n</html>\n");
        return html.ToString();
    }

    private static void WriteContents(HtmlText html, ReportContent content)
    {
        (string Id, string Text, bool IsThere)[] sections =
        [
            ("results", "Results", content.Tables.Count > 0),
            ("plots", "Plots", content.Figures.Count > 0),
            ("failures", $"Failed cells ({content.Failures.Count})", content.Failures.Count > 0),
            ("provenance", "Provenance", true),
            ("reproduce", "How to reproduce", true),
        ];
        html.Raw("<nav aria-label=\"Contents\"><ul>\n");
        foreach ((string id, string text, _) in sections.Where(section => section.IsThere))
        {
            html.Raw($"<li><a href=\"#{id}\">").Text(text).Raw("</a></li>\n");
        }

        html.Raw("</ul></nav>\n");
    }

    private static void WriteTables(HtmlText html, IReadOnlyList<ResultTable> tables)
    {
        html.Raw("<section id=\"results\">\n").Element("h2", "Results");
        foreach (ResultTable table in tables)
        {
            WriteTable(html, table);
        }

        html.Raw("</section>\n");
    }

    private static void WriteTable(HtmlText html, ResultTable table)
    {
        string id = HtmlText.Escape(table.Id);
        html.Raw("<div class=\"table\">\n");
        if (table.Rows.Count > FewRows)
        {
            html.Raw($"<p class=\"filter\" hidden><label>Filter <input type=\"search\" data-table=\"{id}\"></label> ")
                .Raw("<span aria-live=\"polite\"></span></p>\n");
        }

        string label = HtmlText.Escape(table.Caption);
        html.Raw($"<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{label}\">\n")
            .Raw($"<table id=\"{id}\">\n").Element("caption", table.Caption).Raw("<thead><tr>\n");
        foreach (string head in table.Heads)
        {
            html.Element("th", head, "scope=\"col\"");
        }

        html.Raw("</tr></thead>\n<tbody>\n");
        foreach (IReadOnlyList<TableCell> row in table.Rows)
        {
            html.Raw("<tr>");
            for (int column = 0; column < row.Count; column++)
            {
                WriteCell(html, row[column], isHead: column == 0);
            }

            html.Raw("</tr>\n");
        }

        html.Raw("</tbody>\n</table>\n</div>\n");
        foreach (string note in table.Notes)
        {
            html.Element("p", note, "class=\"note\"");
        }

        html.Raw("</div>\n");
    }

    private static void WriteCell(HtmlText html, TableCell cell, bool isHead)
    {
        string name = isHead ? "th" : "td";
        string number = cell.Number is { } value
            ? $" class=\"number\" data-value=\"{value.ToString("R", CultureInfo.InvariantCulture)}\""
            : "";
        string scope = isHead ? " scope=\"row\"" : "";
        html.Raw($"<{name}{scope}{number}>").Raw(cell.IsBest ? "<strong>" : "").Text(cell.Text)
            .Raw(cell.IsBest ? "</strong>" : "").Raw($"</{name}>");
    }

    private static void WriteFigures(HtmlText html, IReadOnlyList<DrawnFigure> figures)
    {
        if (figures.Count == 0)
        {
            return;
        }

        html.Raw("<section id=\"plots\">\n").Element("h2", "Plots").Raw("<div class=\"figures\">\n");
        foreach (DrawnFigure figure in figures)
        {
            string svg = Convert.ToBase64String(Encoding.UTF8.GetBytes(figure.Svg));
            string alt = HtmlText.Escape($"{figure.Figure.Title}: {figure.Figure.YLabel} by {figure.Figure.XLabel}, "
                + $"{string.Join(", ", figure.Figure.Curves.Select(curve => curve.Label))}");
            html.Raw($"<figure>\n<img src=\"data:image/svg+xml;base64,{svg}\" alt=\"{alt}\"")
                .Raw($" width=\"{FigureDrawing.Width}\" height=\"{FigureDrawing.Height}\">\n")
                .Element("figcaption", figure.Figure.Caption)
                .Raw("</figure>\n");
        }

        html.Raw("</div>\n</section>\n");
    }

    private static void WriteFailures(HtmlText html, IReadOnlyList<ReportFailure> failures)
    {
        if (failures.Count == 0)
        {
            return;
        }

        html.Raw("<section id=\"failures\">\n").Element("h2", $"Failed cells ({failures.Count})");
        foreach (ReportFailure failure in failures)
        {
            html.Raw("<article>\n").Element("h3", failure.Cell).Element("p", $"{failure.Type}: {failure.Message}")
                .Raw("<p>Show it again:</p>\n").Element("pre", failure.Command, "tabindex=\"0\"").Raw("</article>\n");
        }

        html.Raw("</section>\n");
    }

    private static void WriteProvenance(HtmlText html, ReportContent content)
    {
        html.Raw("<section id=\"provenance\">\n").Element("h2", "Provenance").Raw("<dl>\n");
        foreach ((string name, string value) in content.Provenance)
        {
            html.Element("dt", name).Element("dd", value);
        }

        html.Raw("</dl>\n</section>\n<section id=\"reproduce\">\n").Element("h2", "How to reproduce")
            .Element("pre", string.Join('\n', content.Commands), "tabindex=\"0\"")
            .Raw("<details>\n<summary>The experiment as it was run</summary>\n")
            .Element("pre", content.Configuration, "tabindex=\"0\"")
            .Raw("</details>\n</section>\n");
    }
}
