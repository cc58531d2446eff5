using Clipper.Testing;

namespace Clipper.Bench.Cli.Tests.Commands;

public sealed class ReportCommandTests : IDisposable
{
    private readonly SmallRuns _runs = new();

    public void Dispose() => _runs.Dispose();

    [Fact]
    public void Without_gnuplot_the_page_and_the_tables_are_written_and_a_sentence_says_what_to_install()
    {
        _runs.Run("a");
        string folder = _runs.Out("a");
        Directory.Delete(Path.Combine(folder, "tables"), recursive: true);
        using var empty = new TemporaryFolder();

        var report = ChildProcess.Run(["report", folder], ("PATH", empty.Path));

        Assert.True(report.ExitCode == 0, report.Error);
        Assert.Equal(Path.Combine(folder, "report.html") + "\n", report.Output);
        Assert.Contains(
            "no plots: gnuplot draws the figures and is not installed; install it with: apt-get install gnuplot-nox; "
            + "tables and page are written without them, and 'clipper report' draws them later",
            report.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder, "tables", "summary.csv")));
        Assert.True(File.Exists(Path.Combine(folder, "tables", "summary.tex")));
        string html = File.ReadAllText(Path.Combine(folder, "report.html"));
        Assert.Contains("<table class=\"data\" id=\"summary\">", html, StringComparison.Ordinal);
        Assert.Contains(
            "<h2>Plots</h2>\n<p>No plots: gnuplot draws the figures and is not installed", html,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Thumbnails_are_made_afterwards_from_the_data_of_the_run()
    {
        _runs.Run("a");
        string folder = _runs.Out("a");

        Console console = Console.Run("report", folder, "--thumbnails", "4");

        Assert.True(console.ExitCode == 0, console.Error);
        Assert.Equal(4, Directory.GetFiles(Path.Combine(folder, "thumbnails"), "shapes-single.*.png").Length);
        Assert.Equal(
            4 + 1,
            File.ReadAllText(Path.Combine(folder, "report.html")).Split("<img src=\"data:image/png;base64,").Length);
        string elsewhere = _runs.Out("elsewhere");
        Directory.Delete(Path.Combine(folder, "thumbnails"), recursive: true);

        Console second = Console.Run("report", folder, "--thumbnails", "3", "--out", elsewhere);

        Assert.True(second.ExitCode == 0, second.Error);
        Assert.False(Directory.Exists(Path.Combine(folder, "thumbnails")));
        Assert.Equal(3, Directory.GetFiles(Path.Combine(elsewhere, "thumbnails"), "shapes-single.*.png").Length);
        Assert.Equal(
            3 + 1,
            File.ReadAllText(Path.Combine(elsewhere, "report.html"))
                .Split("<img src=\"data:image/png;base64,").Length);
    }
}
