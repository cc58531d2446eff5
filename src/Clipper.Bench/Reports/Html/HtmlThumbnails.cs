using System.Globalization;
using Clipper.Bench.Reports.Thumbnails;

namespace Clipper.Bench.Reports.Html;

/// <summary>Writes the images that are wrong most often, with what they are and what they were taken for.</summary>
internal static class HtmlThumbnails
{
    /// <summary>Writes them by data set; where the bytes do not suffice, the worst of every data set.</summary>
    public static void Write(HtmlText html, IReadOnlyList<Thumbnail> thumbnails, int bytes)
    {
        if (thumbnails.Count == 0)
        {
            return;
        }

        html.Element("h3", "The images that were wrong most often")
            .Element(
                "p",
                "Over all episodes of all cells; below each its labels, and after the arrow the wrong answer that was "
                + "given most often.",
                "class=\"note\"");
        var datasets = thumbnails.GroupBy(each => each.DatasetName).ToArray();
        foreach (IGrouping<string, Thumbnail> dataset in datasets)
        {
            Write(html, [.. dataset], html.Bytes + (bytes / datasets.Length));
        }

        HtmlTables.WriteLink(html, "tables/errors.csv");
    }

    private static void Write(HtmlText html, Thumbnail[] own, int end)
    {
        html.Element("h4", own[0].DatasetName);
        foreach (Thumbnail refused in own.Where(each => each.Sample.Length == 0))
        {
            html.Element("p", $"No images: {refused.Reason}.", "class=\"note\"");
        }

        Thumbnail[] samples = [.. own.Where(each => each.Sample.Length > 0)];
        if (samples.Length == 0)
        {
            return;
        }

        html.Raw("<ul class=\"thumbnails\">\n");
        int written = 0;
        while (written < samples.Length && html.Bytes < end)
        {
            Write(html, samples[written++]);
        }

        html.Raw("</ul>\n");
        if (written < samples.Length)
        {
            html.Element("p", string.Create(
                CultureInfo.InvariantCulture,
                $"The first {written} of {samples.Length} images, so that the page stays small; thumbnails/ has all."),
                "class=\"note\"");
        }
    }

    private static void Write(HtmlText html, Thumbnail sample)
    {
        string labels = sample.Labels.Replace(";", ", ", StringComparison.Ordinal);
        string predicted = sample.Predicted.Length > 0
            ? sample.Predicted.Replace(";", ", ", StringComparison.Ordinal)
            : "no class";
        string times = string.Create(CultureInfo.InvariantCulture, $"{sample.Wrong} of {sample.Shown}");
        html.Raw("<li><figure>\n");
        if (sample.Reason.Length > 0)
        {
            html.Element("p", $"{sample.Reason}", "class=\"note\"");
        }
        else
        {
            string alt = $"{sample.Sample}: {labels}, taken for {predicted}; wrong {times} times";
            html.Raw($"<img src=\"data:image/png;base64,{Convert.ToBase64String(sample.Png.Span)}\"")
                .Raw($" alt=\"{HtmlText.Escape(alt)}\">\n");
        }

        html.Raw("<figcaption>").Text(labels).Raw(" → <strong>").Text(predicted).Raw("</strong><br>")
            .Text($"wrong {times}").Raw("<br><span>").Text(sample.Sample).Raw("</span></figcaption>\n</figure></li>\n");
    }
}
