using Clipper.Bench.Reports.Plots;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Reports.Plots;

public sealed class FigureDataTests
{
    [Fact]
    public void File_has_every_point_unrounded_and_reference_lines_without_a_place()
    {
        using var folder = new TemporaryFolder();
        Curve curve = new("wi, best", [new(1, 1.0 / 3, 0.1), new(5, 0.5, null)]);
        var shots = new Figure("a", "t", "shots", "y", "", [curve])
        {
            Levels = [new Level("chance", 0.2)],
        };
        Figure settings = shots with { Name = "b", Levels = [], Categories = ["5w1s1q", "5w5s1q"] };
        settings = settings with { Curves = [new Curve("wi", [new(1, 0.5, null)])] };

        FigureData.Write(folder.Path, [shots, settings]);

        Assert.Equal(
            ["curve,x,mean,ci95", "\"wi, best\",1,0.3333333333333333,0.1", "\"wi, best\",5,0.5,", "chance,,0.2,"],
            File.ReadAllLines(folder.Combine("a.csv")));
        Assert.Equal(["curve,x,mean,ci95", "wi,5w5s1q,0.5,"], File.ReadAllLines(folder.Combine("b.csv")));
    }
}
