using System.Globalization;
using System.Text.Json.Nodes;
using Clipper.Bench.Reports;
using Clipper.Bench.Tests.Runs;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Reports.Html;

/// <summary>The page in a real browser.</summary>
public sealed class ReportPageTests
{
    private const string Table = "document.getElementById('metrics')";
    private const string SetMedia = "Emulation.setEmulatedMedia";

    [ToolFact("chromium")]
    public async Task Page_sorts_filters_and_fits_in_both_themes_without_asking_for_anything()
    {
        using var runs = new RunFixture();
        string page = RunReport.Write(runs.Run("a").Folder, _ => { });
        using Browser browser = await Browser.Start();

        await browser.Open(page);

        await SortsBothWays(browser);
        await Filters(browser);
        await HasTwoThemes(browser);
        await FitsNarrowWindows(browser);
        Assert.Empty(browser.Events);
    }

    private static async Task SortsBothWays(Browser browser)
    {
        const string column = $"[...{Table}.tHead.rows[0].cells].findIndex(head => head.textContent === 'value')";
        const string head = $"{Table}.tHead.rows[0].cells[{column}]";
        const string values = $"[...{Table}.tBodies[0].rows].map(row => Number(row.cells[{column}].dataset.value))";

        await browser.Evaluate($"{head}.querySelector('button').click()");
        double[] up = Numbers(await browser.Evaluate(values));
        string first = (await browser.Evaluate($"{head}.getAttribute('aria-sort')")).ToString();
        await browser.Evaluate($"{head}.querySelector('button').click()");
        double[] down = Numbers(await browser.Evaluate(values));

        Assert.Equal(up.Order(), up);
        Assert.Equal(up.Reverse().Order(), down.Reverse());
        Assert.True(up.Distinct().Count() > 1);
        Assert.Equal("ascending", first);
        Assert.Equal("descending", (await browser.Evaluate($"{head}.getAttribute('aria-sort')")).ToString());
    }

    private static async Task Filters(Browser browser)
    {
        const string input = "document.querySelector('input[data-table=metrics]')";
        const string shown = $"[...{Table}.tBodies[0].rows].filter(row => !row.hidden).map(row => row.textContent)";

        await browser.Evaluate(
            $"{input}.value = 'multi hamming'; {input}.dispatchEvent(new Event('input')); true");

        string[] rows = [.. (await browser.Evaluate(shown)).AsArray().Select(row => row!.ToString())];
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Contains("multi", row, StringComparison.Ordinal));
        Assert.All(rows, row => Assert.Contains("hamming", row, StringComparison.Ordinal));
    }

    private static async Task HasTwoThemes(Browser browser)
    {
        const string back = "getComputedStyle(document.body).backgroundColor";
        await Theme(browser, "light");
        string light = (await browser.Evaluate(back)).ToString();
        await Theme(browser, "dark");
        string dark = (await browser.Evaluate(back)).ToString();
        await browser.Evaluate("document.getElementById('theme').click()");

        Assert.Equal("rgb(255, 255, 255)", light);
        Assert.NotEqual(light, dark);
        Assert.Equal(light, (await browser.Evaluate(back)).ToString());
    }

    private static async Task FitsNarrowWindows(Browser browser)
    {
        await browser.Send("Emulation.setDeviceMetricsOverride", new JsonObject
        {
            ["width"] = 400,
            ["height"] = 800,
            ["deviceScaleFactor"] = 1,
            ["mobile"] = false,
        });
        await browser.Until("innerWidth === 400");

        string width = (await browser.Evaluate("document.documentElement.scrollWidth")).ToString();
        Assert.InRange(int.Parse(width, CultureInfo.InvariantCulture), 1, 400);
    }

    private static Task<JsonNode> Theme(Browser browser, string name) => browser.Send(SetMedia, new JsonObject
    {
        ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = name }),
    });

    private static double[] Numbers(JsonNode values) => [.. values.AsArray().Select(value => (double)value!)];
}
