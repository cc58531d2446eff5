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
    private const string Back = "getComputedStyle(document.body).backgroundColor";
    private const string Single = "datasets={ name: shapes, variant: single }";

    private const string Streams =
        "protocol={ kind: continual, ways: 8, shots: 2, queries: 3, episodes: 6, validation-episodes: 4 }";

    // Texts whose contrast is below WCAG's 4.5 : 1, the colour behind a text being the nearest one that is set.
    private const string TooFaint = """
        (() => {
          const light = c => {
            const [r, g, b] = c.match(/[0-9.]+/g).map(Number).slice(0, 3)
              .map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const isSet = c => c !== "transparent" && !/, 0\)$/.test(c);
          const faint = [];
          for (const element of document.body.querySelectorAll("*")) {
            if (![...element.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())) continue;
            if (element.closest("script, style") || !element.getClientRects().length) continue;
            let box = element;
            while (box && !isSet(getComputedStyle(box).backgroundColor)) box = box.parentElement;
            const back = light(box ? getComputedStyle(box).backgroundColor : "rgb(255, 255, 255)");
            const text = light(getComputedStyle(element).color);
            const contrast = (Math.max(back, text) + 0.05) / (Math.min(back, text) + 0.05);
            if (contrast < 4.5) faint.push(`${element.tagName}.${element.className} ${contrast.toFixed(2)}`);
          }
          return [...new Set(faint)].join("; ");
        })()
        """;

    // Tables that are wider than the window must lie in a box that scrolls.
    private const string OutsideOfTheirBoxes = """
        [...document.querySelectorAll("table")].filter(table => {
          const box = table.closest(".scroll");
          return !box || box.getBoundingClientRect().right > innerWidth || box.tabIndex !== 0
            || (table.offsetWidth > box.clientWidth && getComputedStyle(box).overflowX !== "auto");
        }).map(table => table.className).join("; ")
        """;

    private const string CutCaptions = """
        [...document.querySelectorAll("table.data caption span")]
          .filter(caption => caption.getBoundingClientRect().right > innerWidth)
          .map(caption => caption.textContent).join("; ")
        """;

    // The first column stays in view, and leaves room, when a table is scrolled to its end.
    private const string LostHeads = """
        [...document.querySelectorAll("table.data")].filter(table => {
          const box = table.closest(".scroll");
          box.scrollLeft = box.scrollWidth;
          const row = [...table.tBodies[0].rows].find(row => !row.hidden);
          return [table.tHead.rows[0].cells[0], row.cells[0]].some(cell => {
            const { left, width } = cell.getBoundingClientRect();
            return Math.abs(left - box.getBoundingClientRect().left) > 1 || width < 60 || width > 200;
          });
        }).map(table => table.id).join("; ")
        """;

    [ToolFact("chromium", "pdftotext")]
    public async Task Printed_page_repeats_the_heads_of_a_table_on_every_page_that_it_takes()
    {
        using var runs = new RunFixture();
        string page = RunReport.Write(runs.Run("a").Folder, _ => { });
        using var folder = new TemporaryFolder();
        using Browser browser = await Browser.Start();
        await browser.Open(page);
        await browser.Evaluate(
            $"{Table}.tBodies[0].append(...[...{Table}.tBodies[0].rows].map(row => row.cloneNode(true))); true");

        JsonNode printed = await browser.Send("Page.printToPDF");
        File.WriteAllBytes(folder.Combine("page.pdf"), Convert.FromBase64String((string)printed["data"]!));
        (int exitCode, string output) = Tool.Run("pdftotext", folder.Path, "-layout", "page.pdf", "-");

        Assert.True(exitCode == 0, output);
        string[] pages =
            [.. output.Split('\f').Where(text => text.Contains(" hamming ", StringComparison.Ordinal))];
        Assert.True(pages.Length > 1, output);
        Assert.All(pages, text => Assert.Matches("data set +model +setting +(method|metric) ", text));
    }

    [ToolFact("chromium")]
    public async Task Page_sorts_filters_and_fits_in_both_themes_without_asking_for_anything()
    {
        using var runs = new RunFixture();
        string page = RunReport.Write(runs.Run("a").Folder, _ => { });
        using Browser browser = await Browser.Start();

        await browser.Open(page);

        await SortsSettingsByTheirNumbersAndGoesBack(browser);
        await SortsBothWays(browser);
        await SortsGapsLast(browser);
        await Filters(browser);
        await HasTwoThemes(browser);
        await FitsNarrowWindows(browser);
        Assert.Empty(browser.Events);
    }

    [ToolFact("chromium")]
    public async Task Page_of_streams_is_used_by_keyboard_read_in_both_themes_and_scrolls_its_matrices_in_their_boxes()
    {
        using var runs = new RunFixture();
        string page = RunReport.Write(runs.Run("a", Single, Streams).Folder, _ => { });
        using Browser browser = await Browser.Start();

        await browser.Open(page);

        await FiltersAndSortsByKeyboard(browser);
        foreach (string theme in new[] { "light", "dark" })
        {
            await Theme(browser, theme);
            Assert.Equal("", (await browser.Evaluate(TooFaint)).ToString());
        }

        await FitsNarrowWindows(browser);
        Assert.Equal("", (await browser.Evaluate(OutsideOfTheirBoxes)).ToString());
        await browser.Send(SetMedia, new JsonObject { ["media"] = "print" });
        Assert.Equal("rgb(255, 255, 255)", (await browser.Evaluate(Back)).ToString());
        Assert.Empty(browser.Events);
    }

    [ToolFact("chromium")]
    public async Task Page_of_several_runs_filters_each_table_by_itself()
    {
        using var runs = new RunFixture();
        const string artefacts = "artefacts=[figure-4.1]";
        string a = runs.Run("a", Single, "protocol.settings=5w5s4q", artefacts).Folder;
        string b = runs.Run("b", Single, "protocol.settings=5w5s4q", artefacts, "seed=1").Folder;
        string page = RunReport.Merge([a, b], runs.Folder("both"), _ => { });
        using Browser browser = await Browser.Start();

        await browser.Open(page);

        Assert.True((bool)await browser.Evaluate(
            "(() => { const ids = [...document.querySelectorAll('[id]')].map(e => e.id); "
            + "return ids.length === new Set(ids).size; })()"));
        Assert.True((bool)await browser.Evaluate(
            "(() => { const names = [...document.querySelectorAll('input')].map(e => e.ariaLabel); "
            + "return names.length > 1 && names.every(Boolean) && names.length === new Set(names).size; })()"));
        await browser.Evaluate(
            "(() => { const input = document.querySelector('input[data-table=metrics]'); input.value = '#2'; "
            + "input.dispatchEvent(new Event('input')); })(); true");
        Assert.Equal("metrics", (await browser.Evaluate(
            "[...document.querySelectorAll('table.data')].filter(t => t.querySelector('tr[hidden]'))"
            + ".map(t => t.id).join(';')")).ToString());
        await FitsNarrowWindows(browser);
        Assert.Empty(browser.Events);
    }

    private static async Task FiltersAndSortsByKeyboard(Browser browser)
    {
        await browser.Evaluate("document.querySelector('input[data-table=errors]').focus(); true");
        await browser.Send("Input.insertText", new JsonObject { ["text"] = "coarse" });
        await browser.Until("[...document.querySelectorAll('#errors tbody tr')].some(row => row.hidden)");
        string told = (await browser.Evaluate(
            "document.querySelector('input[data-table=errors]').closest('p').querySelector('span').textContent"))
            .ToString();
        Assert.Matches("^[0-9]+ of [0-9]+ rows$", told);

        await browser.Evaluate("document.querySelector('#metrics thead button').focus(); true");
        foreach (string type in new[] { "keyDown", "keyUp" })
        {
            await browser.Send("Input.dispatchKeyEvent", new JsonObject
            {
                ["type"] = type,
                ["key"] = "Enter",
                ["code"] = "Enter",
                ["text"] = "\r",
                ["windowsVirtualKeyCode"] = 13,
            });
        }

        await browser.Until("document.querySelector('#metrics thead th').getAttribute('aria-sort') === 'ascending'");
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

    private static async Task SortsSettingsByTheirNumbersAndGoesBack(Browser browser)
    {
        const string settings = $"[...{Table}.tBodies[0].rows].map(row => row.cells[at].textContent)";
        const string texts = $"[...{Table}.tBodies[0].rows].map(row => row.textContent)";
        const string at = $"const at = [...{Table}.tHead.rows[0].cells].findIndex(h => h.textContent === 'setting')";
        const string click = $"{Table}.tHead.rows[0].cells[at].querySelector('button').click()";

        await browser.Evaluate($"(() => {{ {at}; [...{Table}.tBodies[0].rows][0].cells[at].textContent = '20w1s4q'; "
            + $"globalThis.original = JSON.stringify({texts}); {click}; }})(); true");
        string[] up = [.. (await browser.Evaluate($"(() => {{ {at}; return {settings}; }})()"))
            .AsArray().Select(text => text!.ToString()).Distinct()];
        string[] down = [.. (await browser.Evaluate($"(() => {{ {at}; {click}; return {settings}; }})()"))
            .AsArray().Select(text => text!.ToString()).Distinct()];
        await browser.Evaluate($"(() => {{ {at}; {click}; }})(); true");

        Assert.Equal(["3w1s4q", "5w2s3q", "20w1s4q"], up);
        Assert.Equal(up.Reverse(), down);
        Assert.True((bool)await browser.Evaluate($"JSON.stringify({texts}) === original"));
        Assert.True((bool)await browser.Evaluate($"!{Table}.querySelector('[aria-sort]')"));
    }

    private static async Task SortsGapsLast(Browser browser)
    {
        const string cells = "[...document.querySelectorAll('#summary tbody tr')].map(row => row.cells[at])";
        const string at = "const at = [...document.getElementById('summary').tHead.rows[0].cells]"
            + ".findIndex(head => head.textContent === 'threshold')";
        const string head = "document.getElementById('summary').tHead.rows[0].cells[at].querySelector('button')";

        for (int click = 0; click < 2; click++)
        {
            bool[] gaps =
            [
                .. (await browser.Evaluate(
                    $"(() => {{ {at}; {head}.click(); return {cells}.map(cell => cell.textContent === '–'); }})()"))
                    .AsArray().Select(value => (bool)value!),
            ];

            Assert.Equal(2, gaps.Distinct().Count());
            Assert.Equal(gaps.Order(), gaps);
        }
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
        await Theme(browser, "light");
        string light = (await browser.Evaluate(Back)).ToString();
        await Theme(browser, "dark");
        string dark = (await browser.Evaluate(Back)).ToString();
        await browser.Evaluate("document.getElementById('theme').click()");

        Assert.Equal("rgb(255, 255, 255)", light);
        Assert.NotEqual(light, dark);
        Assert.Equal(light, (await browser.Evaluate(Back)).ToString());
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
        Assert.Equal("", (await browser.Evaluate(CutCaptions)).ToString());
        Assert.Equal("", (await browser.Evaluate(LostHeads)).ToString());
    }

    private static Task<JsonNode> Theme(Browser browser, string name) => browser.Send(SetMedia, new JsonObject
    {
        ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = name }),
    });

    private static double[] Numbers(JsonNode values) => [.. values.AsArray().Select(value => (double)value!)];
}
