using System.Text.RegularExpressions;
using Clipper.Bench.Reports;
using Clipper.Bench.Tests.Runs;

namespace Clipper.Bench.Tests.Reports;

public sealed partial class MergedReportTests : IDisposable
{
    private static readonly string[] _small =
    [
        "datasets={ name: shapes, variant: single }", "protocol.settings=3w2s4q", "protocol.episodes=6",
        "protocol.validation-episodes=3",
    ];

    private static readonly string[] _artefacts =
    [
        "datasets={ name: shapes, variant: single }", "protocol.settings=5w5s4q", "protocol.episodes=4",
        "protocol.validation-episodes=3", "artefacts=[figure-2.1, figure-4.1]",
    ];

    private readonly RunFixture _runs = new();

    public void Dispose() => _runs.Dispose();

    [Fact]
    public void Methods_of_other_draws_are_judged_together()
    {
        string html = Merge(
            _runs.Run("a", [.. _small, "methods=[wi, linear-probe]"]).Folder,
            _runs.Run("b", [.. _small, "methods=[chance, constant: { label: all, predict: all }]", "seed=9"]).Folder);

        string best = Assert.Single(Verdicts(html), text => text.StartsWith("Best", StringComparison.Ordinal));
        Assert.Contains("by accuracy on 1 data set and setting", best, StringComparison.Ordinal);
        string[] ranks = Lines("both", "tables", "ranks.csv");
        Assert.Equal(4, ranks.Count(line => line.Contains(",accuracy,", StringComparison.Ordinal)));
        Assert.Equal(2, ranks[1..].Select(line => line.Split(',')[^1]).Distinct().Count());
        Assert.Contains(Verdicts(html), text => text.EndsWith(
            "Paired are all with chance; linear-probe with wi.", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_runs_of_one_method_have_no_best()
    {
        string html = Merge(
            _runs.Run("a", [.. _small, "methods=[wi]"]).Folder,
            _runs.Run("b", [.. _small, "methods=[wi]", "name=other", "seed=1"]).Folder);

        Assert.StartsWith("No method is called best", Assert.Single(Verdicts(html)[..1]), StringComparison.Ordinal);
    }

    [Fact]
    public void Artefacts_of_several_runs_have_folders_places_and_names_of_their_own()
    {
        string a = _runs.Run("a", [.. _artefacts, "methods=[wi, mwi]"]).Folder;
        string b = _runs.Run("b", [.. _artefacts, "methods=[wi, mwi]", "seed=1"]).Folder;

        string html = Merge(a, b);

        string[] ids = [.. Ids().Matches(html).Select(match => match.Groups[1].Value)];
        Assert.Equal(ids.Distinct(), ids);
        Assert.Contains("t.figure-2.1", ids);
        Assert.Contains("t-2.figure-2.1", ids);
        foreach ((string name, string own, string folder) in new[] { ("t", "t", a), ("t #2", "t-2", b) })
        {
            Assert.Contains($"[{name}]</span></caption>", html, StringComparison.Ordinal);
            Assert.Contains($"href=\"artefacts/{own}/figure-4.1.csv\"", html, StringComparison.Ordinal);
            Assert.Contains($"href=\"artefacts/{own}/figure-4.1.svg\"", html, StringComparison.Ordinal);
            Assert.Contains($"href=\"artefacts/{own}/figure-4.1.values.csv\"", html, StringComparison.Ordinal);
            RunReport.Write(folder, _ => { });
            Assert.Equal(
                File.ReadAllBytes(Path.Combine(folder, "artefacts", "figure-4.1.values.csv")),
                File.ReadAllBytes(Path.Combine(_runs.Folder("both"), "artefacts", own, "figure-4.1.values.csv")));
            Assert.Contains(
                $"[{name}]",
                File.ReadAllText(Path.Combine(_runs.Folder("both"), "artefacts", own, "figure-4.1.svg"))
                    .Replace("&#35;", "#", StringComparison.Ordinal),
                StringComparison.Ordinal);
        }

        Assert.All(Addresses().Matches(html).Select(match => match.Groups[1].Value), address =>
            Assert.True(File.Exists(Path.Combine(_runs.Folder("both"), address)), address));
    }

    [Fact]
    public void Artefacts_of_the_only_run_that_has_some_name_it_and_stay_where_they_are()
    {
        string html = Merge(
            _runs.Run("a", [.. _artefacts, "methods=[wi, mwi]"]).Folder,
            _runs.Run("b", [.. _small, "methods=[wi]", "name=other"]).Folder);

        Assert.Contains("href=\"artefacts/figure-4.1.csv\"", html, StringComparison.Ordinal);
        Assert.Contains("[t]</span></caption>", html, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_runs.Folder("both"), "artefacts", "figure-4.1.svg")));
    }

    [Fact]
    public void Page_names_the_folders_and_seeds_and_the_commands_that_make_it_and_its_runs_again()
    {
        string a = _runs.Run("a", [.. _small, "methods=[wi]"]).Folder;
        string b = _runs.Run("b b", [.. _small, "methods=[wi]", "seed=7"]).Folder;

        string html = Merge(a, b);

        string both = _runs.Folder("both");
        Assert.Contains($"clipper report {a} &#x27;{b}&#x27; --out {both}", html, StringComparison.Ordinal);
        Assert.Contains($"clipper run {a}/config.yaml --out again-1", html, StringComparison.Ordinal);
        Assert.DoesNotContain("in this folder", html, StringComparison.Ordinal);
        Assert.Contains(
            $"<dt>t: folder</dt>\n<dd>{a}</dd>\n<dt>t: seed</dt>\n<dd>0</dd>", html, StringComparison.Ordinal);
        Assert.Contains(
            $"<dt>t #2: folder</dt>\n<dd>{b}</dd>\n<dt>t #2: seed</dt>\n<dd>7</dd>", html, StringComparison.Ordinal);
        Assert.Contains($"<dd>{a}/run.json</dd>", html, StringComparison.Ordinal);
        Assert.Contains(
            $"--out {both} --thumbnails 4", File.ReadAllText(RunReport.Merge([a, b], both, _ => { }, [], asked: 4)),
            StringComparison.Ordinal);
        Assert.Contains("6 episodes a cell, corrected mode, seeds 0, 7.", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_that_is_called_as_another_is_numbered_here_keeps_its_name()
    {
        string[] folders =
        [
            _runs.Run("a", [.. _small, "methods=[wi]"]).Folder,
            _runs.Run("b", [.. _small, "methods=[wi]", "name=t-2"]).Folder,
            _runs.Run("c", [.. _small, "methods=[wi]"]).Folder,
        ];

        var merged = MergedRuns.Read(folders);

        Assert.Equal(["t", "t-2", "t #2"], merged.Runs.Select(run => run.Name));
        var names = new FreeNames();
        Assert.Equal(["t", "t-2", "t-2-2", "T-3", "-"],
            merged.Runs.Select(run => run.Name).Append("T").Append("..").Select(names.Take));
    }

    private string Merge(params string[] folders) =>
        File.ReadAllText(RunReport.Merge(folders, _runs.Folder("both"), warning => Assert.Fail(warning)));

    private string[] Lines(params string[] path) =>
        File.ReadAllLines(Path.Combine([_runs.Folder(path[0]), .. path[1..]]));

    private static string[] Verdicts(string html) =>
        [.. VerdictText().Matches(html).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(" id=\"([^\"]+)\"")]
    private static partial Regex Ids();

    [GeneratedRegex(" href=\"([^#\"]+)\"")]
    private static partial Regex Addresses();

    [GeneratedRegex("<p class=\"verdict\">([^<]*)</p>")]
    private static partial Regex VerdictText();
}
