using Clipper.Bench.Files;
using Clipper.Bench.Speed;
using Clipper.Core.Errors;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Speed;

public sealed class SpeedReportTests
{
    private static readonly SpeedReport s_report =
        new("here", "1", [new("first", "images", 10, 1.5), new("second", "rows", 20, 2.5)]);

    [Fact]
    public void Stored_figures_are_read_back()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "speed.json");

        s_report.Write(path);

        SpeedReport? read = SpeedReport.TryRead(path);
        Assert.Equal(s_report.Machine, read?.Machine);
        Assert.Equal(s_report.Figures, read?.Figures);
    }

    [Fact]
    public void Figures_that_were_not_measured_now_are_kept()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "speed.json");
        s_report.Write(path);

        (s_report with { Figures = [new("second", "rows", 30, 3)] }).Write(path);

        Assert.Equal([3, 1.5], SpeedReport.TryRead(path)?.Figures.Select(figure => figure.Relative));
    }

    [Fact]
    public void Figures_of_another_machine_are_not_kept()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "speed.json");
        s_report.Write(path);

        new SpeedReport("there", "1", [new("second", "rows", 30, 3)]).Write(path);

        Assert.Single(SpeedReport.TryRead(path)?.Figures ?? []);
    }

    [Fact]
    public void Missing_file_is_nothing_stored() => Assert.Null(SpeedReport.TryRead("no-such-file.json"));

    [Fact]
    public void Folder_and_file_that_must_be_there_are_refused()
    {
        using var folder = new TemporaryFolder();

        string isFolder = Assert.Throws<DataFileException>(() => SpeedReport.TryRead(folder.Path)).Message;
        string isMissing = Assert.Throws<DataFileException>(() => SpeedReport.Read("no-such-file.json")).Message;

        Assert.Contains("is a folder; expected the figures", isFolder, StringComparison.Ordinal);
        Assert.Contains("no-such-file.json: there is no such file; expected the figures", isMissing,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Sealed_file_of_another_kind_is_refused()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "speed.json");
        SealedJson.Write(path, new { machine = "here" });

        string message = Assert.Throws<DataFileException>(() => SpeedReport.Read(path)).Message;

        Assert.Contains("'figures'", message, StringComparison.Ordinal);
        Assert.Contains("store the figures again", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-1, 1)]
    [InlineData(10, 0)]
    [InlineData(10, -2)]
    public void Speed_that_is_not_above_0_is_damage(double rate, double relative)
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "speed.json");
        new SpeedReport("here", "1", [new("first", "images", rate, relative)]).Write(path);

        string message = Assert.Throws<DataFileException>(() => SpeedReport.TryRead(path)).Message;

        Assert.Contains("'first' has rate", message, StringComparison.Ordinal);
        Assert.Contains("store the figures again", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Changed_file_is_refused()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "speed.json");
        s_report.Write(path);
        File.WriteAllText(path, File.ReadAllText(path).Replace("1.5", "1.6", StringComparison.Ordinal));

        Assert.Throws<DataFileException>(() => SpeedReport.TryRead(path));
    }
}
