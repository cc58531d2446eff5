using System.Globalization;
using Clipper.Bench.Reports.Tables;

namespace Clipper.Bench.Reports.Html;

/// <summary>Writes the report as one HTML page: no network, no other file, readable without JavaScript, which adds
/// sorting, filtering and the choice of a theme.</summary>
internal static class HtmlReport
{
    /// <summary>The page; the same content gives the same bytes.</summary>
    public static string Write(ReportContent content)
    {
        var html = new HtmlText();
        html.Raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Element("title", $"{content.Title} · Clipper.Bench")
            .Raw($"<style>\n{PageAssets.Style}</style>\n</head>\n<body>\n")
            .Raw("<a class=\"skip\" href=\"#results\">Skip to the results</a>\n<header>\n");
        html.Element("h1", content.Title).Element("p", content.Summary, "class=\"summary\"");
        WriteSome(
            html, content.Warnings, text => html.Element("p", text, "class=\"warning\" role=\"note\""), "run.json");
        foreach (string sentence in content.Verdict)
        {
            html.Element("p", sentence, "class=\"verdict\"");
        }

        html.Raw("<div class=\"tools\" hidden><button type=\"button\" id=\"theme\">Dark or light</button></div>\n");
        PageSection[] sections = [.. Sections(content)];
        WriteContents(html, sections);
        html.Raw("</header>\n<main>\n");
        WriteSections(html, sections);
        html.Raw($"</main>\n<script>\n{PageAssets.Script}</script>\n</body>\n</html>\n");
        return html.ToString();
    }

    // The plots last, into what the others leave.
    private static void WriteSections(HtmlText html, PageSection[] sections)
    {
        var parts = new HtmlText[sections.Length];
        int left = PageShare.Page - html.Bytes - PageAssets.Script.Length;
        foreach (int i in Enumerable.Range(0, parts.Length).OrderBy(i => sections[i].TakesTheRest))
        {
            parts[i] = new HtmlText().Raw($"<section id=\"{sections[i].Id}\">\n").Element("h2", sections[i].Title);
            sections[i].Write(parts[i], left);
            left -= parts[i].Raw("</section>\n").Bytes;
        }

        foreach (HtmlText part in parts)
        {
            html.Add(part);
        }
    }

    // Those that have something to say.
    private static IEnumerable<PageSection> Sections(ReportContent content)
    {
        yield return new("results", "Results", (html, _) => WriteResults(html, content));
        if (content.Figures.Count > 0 || content.NoPlots.Length > 0)
        {
            yield return new("plots", "Plots", WriteFigures) { TakesTheRest = true };
        }

        if (content.Streams.Count > 0)
        {
            yield return new("streams", "Forgetting", (html, _) => WriteStreams(html, content.Streams));
        }

        if (content.Confusion is not null || content.Mistakes.Count > 0 || content.Thumbnails.Count > 0)
        {
            yield return new("mistakes", "Mistakes", (html, _) => WriteMistakes(html, content));
        }

        if (content.More.Any(table => table.Rows.Count > 0))
        {
            yield return new(
                "values", "Every value", (html, _) => HtmlTables.Write(html, content.More, PageShare.More));
        }

        if (content.Failures.Count > 0)
        {
            string title = string.Create(CultureInfo.InvariantCulture, $"Failed cells ({content.Failures.Count})");
            yield return new("failures", title, (html, _) => WriteFailures(html, content.Failures));
        }

        yield return new("provenance", "Provenance", (html, _) => WriteProvenance(html, content));
        yield return new("reproduce", "How to reproduce", (html, _) => WriteCommands(html, content));

        void WriteFigures(HtmlText html, int left)
        {
            if (content.NoPlots.Length > 0)
            {
                html.Element("p", $"{char.ToUpperInvariant(content.NoPlots[0])}{content.NoPlots[1..]}.");
            }

            if (content.Figures.Count > 0)
            {
                HtmlFigures.Write(html, content.Figures, Math.Max(PageShare.Figures, left));
            }
        }
    }

    private static void WriteContents(HtmlText html, IEnumerable<PageSection> sections)
    {
        html.Raw("<nav aria-label=\"Contents\"><ul>\n");
        foreach (PageSection section in sections)
        {
            html.Raw($"<li><a href=\"#{section.Id}\">").Text(section.Title).Raw("</a></li>\n");
        }

        html.Raw("</ul></nav>\n");
    }

    private static void WriteResults(HtmlText html, ReportContent content)
    {
        if (content.Tables.All(table => table.Rows.Count == 0))
        {
            html.Element("p", "No cell has a result.");
        }

        HtmlTables.Write(html, content.Tables, PageShare.Results);
    }

    private static void WriteStreams(HtmlText html, IEnumerable<MatrixGroup> groups)
    {
        foreach (MatrixGroup group in groups)
        {
            HtmlMatrices.Write(html, group, PageShare.Matrices);
        }
    }

    private static void WriteMistakes(HtmlText html, ReportContent content)
    {
        if (content.Confusion is { } confusion)
        {
            HtmlMatrices.Write(html, confusion, PageShare.Matrices);
        }

        HtmlThumbnails.Write(html, content.Thumbnails, PageShare.Thumbnails);
        HtmlTables.Write(html, content.Mistakes, PageShare.Mistakes);
    }

    private static void WriteFailures(HtmlText html, IReadOnlyList<ReportFailure> failures) => WriteSome(
        html,
        failures,
        failure => html.Raw("<article>\n").Element("h3", failure.Cell)
            .Element("p", failure.Type.Length > 0 ? $"{failure.Type}: {failure.Message}" : failure.Message)
            .Raw("<p>Show it again:</p>\n")
            .Element("pre", failure.Command, "tabindex=\"0\"").Raw("</article>\n"),
        "cells/*.failed.json",
        PageShare.Failures);

    private static void WriteProvenance(HtmlText html, ReportContent content)
    {
        int end = html.Bytes + PageShare.Notes;
        html.Raw("<dl>\n");
        foreach ((string name, string value) in content.Provenance.TakeWhile(_ => html.Bytes < end))
        {
            html.Element("dt", name).Element("dd", value);
        }

        html.Raw("</dl>\n");
    }

    private static void WriteCommands(HtmlText html, ReportContent content)
    {
        html.Element("pre", string.Join('\n', content.Commands), "tabindex=\"0\"");
        if (content.Configuration.Length > PageShare.Configuration)
        {
            WriteConfigurationFiles(html, content.ConfigurationFiles);
            return;
        }

        html.Raw("<details>\n<summary>The experiment as it was run</summary>\n")
            .Element("pre", content.Configuration, "tabindex=\"0\"").Raw("</details>\n");
    }

    // Those of several runs are beside their own pages, wherever this one is.
    private static void WriteConfigurationFiles(HtmlText html, IReadOnlyList<string> files)
    {
        if (files is [var only])
        {
            html.Raw($"<p>The experiment as it was run: <a href=\"{HtmlText.Escape(only)}\">").Text(only)
                .Raw("</a>.</p>\n");
        }
        else
        {
            html.Element("p", $"The experiments as they were run: {string.Join(", ", files)}.");
        }
    }

    // As many as the bytes allow; the file has the others.
    private static void WriteSome<T>(
        HtmlText html, IReadOnlyList<T> items, Action<T> write, string file, int bytes = PageShare.Notes)
    {
        int end = html.Bytes + bytes;
        int written = 0;
        while (written < items.Count && html.Bytes < end)
        {
            write(items[written++]);
        }

        if (written < items.Count)
        {
            html.Element("p", string.Create(
                CultureInfo.InvariantCulture, $"{items.Count - written} more are in {file}."), "class=\"note\"");
        }
    }

    // Writes itself, told how many bytes are left.
    private sealed record PageSection(string Id, string Title, Action<HtmlText, int> Write)
    {
        public bool TakesTheRest { get; init; }
    }
}
