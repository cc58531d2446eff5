using System.Globalization;
using System.Text;
using Clipper.Bench.Reports.Plots;

namespace Clipper.Bench.Reports.Html;

/// <summary>Writes plots into the page: as SVG, which is sharp at any size, while all later ones still fit in their
/// smaller form, else in their smaller form, and the rest as links to their files.</summary>
internal static class HtmlFigures
{
    private const int MostLinks = 500;

    /// <summary>Writes the figures, the first ones first.</summary>
    public static void Write(HtmlText html, IReadOnlyList<DrawnFigure> figures, int bytes)
    {
        int end = html.Bytes + bytes;
        long rest = figures.Sum(LeastBytes);
        html.Raw("<div class=\"figures\">\n");
        int written = 0;
        while (written < figures.Count)
        {
            DrawnFigure figure = figures[written];
            rest -= LeastBytes(figure);
            string svg = Markup(figure, Svg(figure));
            string markup = html.Bytes + svg.Length + rest <= end ? svg : Markup(figure, Smaller(figure));
            if (html.Bytes + markup.Length > end)
            {
                break;
            }

            html.Raw(markup);
            written++;
        }

        html.Raw("</div>\n");
        WriteLinks(html, [.. figures.Skip(written)]);
    }

    private static string Svg(DrawnFigure figure) =>
        $"data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(figure.Svg))}";

    private static string Smaller(DrawnFigure figure) => figure.Svg.Length < figure.Png.Length
        ? Svg(figure)
        : $"data:image/png;base64,{Convert.ToBase64String(figure.Png.Span)}";

    private static long LeastBytes(DrawnFigure figure) => Markup(figure, Smaller(figure)).Length;

    private static string Markup(DrawnFigure figure, string picture)
    {
        Figure content = figure.Figure;
        string alt = HtmlText.Escape($"{content.Title}: {content.YLabel} by {content.XLabel}, "
            + $"{string.Join(", ", content.Curves.Select(curve => curve.Label))}");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<figure>\n<img src=\"{picture}\" alt=\"{alt}\" loading=\"lazy\" width=\"{FigureDrawing.Width}\" "
            + $"height=\"{FigureDrawing.HeightOf(content)}\">\n"
            + $"<figcaption>{HtmlText.Escape(content.Caption)}{Files(figure)}</figcaption>\n</figure>\n");
    }

    private static string Files(DrawnFigure figure)
    {
        (string Name, string File)[] files = figure.File.Length == 0
            ? []
            : [("SVG", figure.File), ("PNG", Path.ChangeExtension(figure.File, ".png")), ("data (CSV)", figure.Data)];
        string[] links =
        [
            .. from each in files
               where each.File.Length > 0
               select $"<a href=\"{HtmlText.Escape(each.File)}\">{each.Name}</a>",
        ];
        return links.Length > 0 ? $" <span class=\"files\">Beside the page: {string.Join(", ", links)}.</span>" : "";
    }

    private static void WriteLinks(HtmlText html, DrawnFigure[] figures)
    {
        if (figures.Length == 0)
        {
            return;
        }

        html.Element("p", string.Create(
            CultureInfo.InvariantCulture,
            $"{figures.Length} more plots are beside the page, so that it stays small:"), "class=\"note\"");
        html.Raw("<ul class=\"links\">\n");
        foreach (DrawnFigure figure in figures.Take(MostLinks))
        {
            html.Raw($"<li><a href=\"{HtmlText.Escape(figure.File)}\">").Text(figure.Figure.Title).Raw("</a> ")
                .Text($"{figure.Figure.YLabel} by {figure.Figure.XLabel}").Raw("</li>\n");
        }

        html.Raw("</ul>\n");
    }
}
