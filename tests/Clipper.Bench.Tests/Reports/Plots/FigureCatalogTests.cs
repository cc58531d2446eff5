using Clipper.Bench.Reports.Plots;
using Clipper.Bench.Runs;

namespace Clipper.Bench.Tests.Reports.Plots;

public sealed class FigureCatalogTests
{
    [Fact]
    public void Settings_that_differ_in_shots_make_a_number_line_with_a_curve_a_method()
    {
        RunRecord wi = ReportRecords.Of("wi", "accuracy", 0.5);
        RunRecord mwi = ReportRecords.Of("mwi", "accuracy", 0.6);

        Figure figure = Assert.Single(FiguresOf(
            [wi with { Shots = 5, Mean = 0.7 }, mwi with { Shots = 5 }, wi, mwi]));

        Assert.Equal("shapes-single.m.accuracy-by-shots", figure.Name);
        Assert.Empty(figure.Categories);
        Assert.Equal(["wi", "mwi"], figure.Curves.Select(curve => curve.Label));
        Assert.Equal([new CurvePoint(1, 0.5, 0.01), new CurvePoint(5, 0.7, 0.01)], figure.Curves[0].Points);
        Assert.Equal([new Level("chance", 0.2)], figure.Levels);
        Assert.Equal("accuracy (0 to 1)", figure.YLabel);
        Assert.Equal("n = 100 episodes; error bars are 95 % t-intervals.", figure.Caption);
    }

    [Fact]
    public void Settings_that_differ_in_more_are_categories()
    {
        RunRecord record = ReportRecords.Of("wi", "map", 0.5);

        Figure figure = Assert.Single(FiguresOf([record, record with { Ways = 20, Queries = 5 }]));

        Assert.Equal(["5w1s15q", "20w1s5q"], figure.Categories);
        Assert.Equal("mAP (sklearn, 0 to 1)", figure.YLabel);
        Assert.Equal([0, 1], figure.Curves[0].Points.Select(point => point.X));
    }

    [Fact]
    public void Head_with_thresholds_has_its_chosen_value_and_a_curve_over_thresholds()
    {
        RunRecord low = ReportRecords.Of("mwi", "o_f1", 0.5) with { Threshold = 0.5 };
        RunRecord high = low with { Threshold = 0.6, Mean = 0.8 };

        IReadOnlyList<Figure> figures = FigureCatalog.Of(
            [low, high],
            [
                ReportRecords.Reported(low, ChoiceSource.OtherClasses, isHeadline: false),
                ReportRecords.Reported(high, ChoiceSource.Queries),
            ],
            []);

        Assert.Equal(
            ["shapes-single.m.o_f1-by-setting", "shapes-single.m.o_f1-by-threshold-5w1s15q"],
            figures.Select(figure => figure.Name));
        Assert.Equal(0.8, Assert.Single(figures[0].Curves[0].Points).Mean);
        Assert.Contains("Oracle", figures[0].Caption, StringComparison.Ordinal);
        Assert.DoesNotContain("other classes", figures[0].Caption, StringComparison.Ordinal);
        Assert.Equal([0.5, 0.6], figures[1].Curves[0].Points.Select(point => point.X));
    }

    [Fact]
    public void Curve_over_thresholds_is_that_of_the_epochs_that_tables_report()
    {
        RunRecord[] records =
        [
            .. from epochs in new[] { 0, 5, 10 }
               from threshold in new[] { 0.5, 0.6 }
               select ReportRecords.Of("mwi", "o_f1", 0.5) with { Epochs = epochs, Threshold = threshold },
        ];

        IReadOnlyList<Figure> figures = FigureCatalog.Of(records, [ReportRecords.Reported(records[2])], []);

        Figure figure = Assert.Single(
            figures, figure => figure.Name.Contains("by-threshold", StringComparison.Ordinal));
        Assert.Equal(["mwi, 5 epochs"], figure.Curves.Select(curve => curve.Label));
    }

    [Fact]
    public void Training_has_a_curve_over_epochs_at_the_thresholds_chosen_for_each()
    {
        RunRecord record = ReportRecords.Of("mwi", "o_f1", 0.5) with { Epochs = 0, Threshold = 0.5 };
        ReportedValue[] conditions =
        [
            ReportRecords.Reported(record, ChoiceSource.OtherSeeds),
            ReportRecords.Reported(record with { Epochs = 5, Threshold = 0.6, Mean = 0.9 }, ChoiceSource.OtherSeeds),
        ];

        Figure figure = FigureCatalog.Of([record], [], conditions).Single(each => each.XLabel == "training epochs");

        Curve curve = Assert.Single(figure.Curves);
        Assert.Equal([(0, 0.5), (5, 0.9)], curve.Points.Select(point => (point.X, point.Mean)));
        Assert.Contains("Chosen on other seeds", figure.Caption, StringComparison.Ordinal);
    }

    [Fact]
    public void Stream_has_a_curve_over_its_steps()
    {
        RunRecord record = ReportRecords.Of("mwi", "accuracy", 0.9) with { Step = 1 };

        Figure figure = Assert.Single(FiguresOf([record, record with { Step = 2, Mean = 0.7 }]));

        Assert.Equal([1, 2], figure.Curves[0].Points.Select(point => point.X));
        Assert.Equal("step of the stream (tasks learnt)", figure.XLabel);
    }

    private static IReadOnlyList<Figure> FiguresOf(IReadOnlyList<RunRecord> records) =>
        FigureCatalog.Of(records, [.. records.Select(record => ReportRecords.Reported(record))], []);
}
