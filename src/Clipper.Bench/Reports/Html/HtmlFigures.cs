using System.Globalization;
using System.Text;
using Clipper.Bench.Reports.Plots;

namespace Clipper.Bench.Reports.Html;

/// <summary>Writes plots into the page: as SVG while that is small enough, else each in its smaller form, and the rest
/// as links to their files.</summary>
internal static class HtmlFigures
{
    private const int MostLinks = 500;

    /// <summary>Writes the figures, the first ones first.</summary>
    public static void Write(HtmlText html, IReadOnlyList<DrawnFigure> figures, int bytes)
    {
        bool isSmall = figures.Sum(figure => (long)figure.Svg.Length * 4 / 3) < bytes;
        int end = html.Bytes + bytes;
        html.Raw("<div class=\"figures\">\n");
        int written = 0;
        while (written < figures.Count)
        {
            string picture = Picture(figures[written], isSmall);
            if (html.Bytes + picture.Length > end)
            {
                break;
            }

            Write(html, figures[written++], picture);
        }

        html.Raw("</div>\n");
        WriteLinks(html, [.. figures.Skip(written)]);
    }

    private static string Picture(DrawnFigure figure, bool isSmall) => isSmall || figure.Svg.Length < figure.Png.Length
        ? $"data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(figure.Svg))}"
        : $"data:image/png;base64,{Convert.ToBase64String(figure.Png.Span)}";

    private static void Write(HtmlText html, DrawnFigure figure, string picture)
    {
        Figure content = figure.Figure;
        string alt = HtmlText.Escape($"{content.Title}: {content.YLabel} by {content.XLabel}, "
            + $"{string.Join(", ", content.Curves.Select(curve => curve.Label))}");
        html.Raw($"<figure>\n<img src=\"{picture}\" alt=\"{alt}\" loading=\"lazy\"").Raw(string.Create(
            CultureInfo.InvariantCulture,
            $" width=\"{FigureDrawing.Width}\" height=\"{FigureDrawing.HeightOf(content)}\">\n"))
            .Element("figcaption", content.Caption)
            .Raw("</figure>\n");
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
