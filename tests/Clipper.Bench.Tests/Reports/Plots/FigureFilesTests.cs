using System.Xml.Linq;
using Clipper.Bench.Reports.Plots;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Reports.Plots;

public sealed class FigureFilesTests
{
    private static readonly Figure _figure =
        new("f", "a title", "shots", "accuracy (0 to 1)", "n = 5 episodes.", [new Curve("wi", [new(1, 0.5, 0.1)])]);

    [Fact]
    public void Picture_taken_out_of_the_folder_still_says_what_it_shows_and_n()
    {
        using var folder = new TemporaryFolder();

        FigureFiles.Write(folder.Path, [_figure], warning => Assert.Fail(warning));

        const string Description = "accuracy (0 to 1) by shots. n = 5 episodes.";
        XElement svg = XElement.Load(folder.Combine("f.svg"));
        Assert.Equal("a title", svg.Element(svg.Name.Namespace + "title")?.Value);
        Assert.Equal(Description, svg.Element(svg.Name.Namespace + "desc")?.Value);
        Assert.Contains(Description, File.ReadAllText(folder.Combine("f.png")), StringComparison.Ordinal);
        Assert.Equal(
            $"f.svg, f.png\na title\n{Description}\n", File.ReadAllText(folder.Combine("captions.txt")));
    }

    [Fact]
    public void Figures_without_captions_leave_no_file_of_captions()
    {
        using var folder = new TemporaryFolder();

        FigureFiles.Write(folder.Path, [_figure with { Caption = "" }], warning => Assert.Fail(warning));

        Assert.Equal(["f.png", "f.svg"], Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order());
    }
}
