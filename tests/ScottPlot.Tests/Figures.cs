namespace ScottPlot.Tests;

/// <summary>Small figures, one of each kind.</summary>
internal static class Figures
{
    public static Plot Curves()
    {
        var plot = new Plot();
        plot.Add.Palette = new Palettes.ColorblindFriendly();
        for (int line = 0; line < 3; line++)
        {
            double[] xs = [1, 2, 4, 8];
            double[] ys = [.. xs.Select(x => 0.5 + (0.1 * line) + (0.03 * x))];
            var scatter = plot.Add.Scatter(xs, ys);
            scatter.LegendText = $"line \"{line}\" & <more>";
            scatter.LinePattern = line == 1 ? LinePattern.Dotted : LinePattern.Solid;
            scatter.LineWidth = 2;
            scatter.MarkerSize = 7;
            plot.Add.ErrorBar(xs, ys, [0.02, 0.02, 0.01, 0.01]).Color = scatter.LineColor;
        }

        plot.Add.HorizontalLine(0.2, 1, Colors.Gray, LinePattern.Dashed).LegendText = "chance";
        plot.Add.Text("a note", 2, 0.3);
        plot.Title("Accuracy by shots");
        plot.XLabel("shots (images a class)");
        plot.YLabel("accuracy");
        plot.Axes.Bottom.SetTicks([1, 2, 4, 8], ["1", "2", "4", "8"]);
        plot.ShowLegend(Edge.Right);
        return plot;
    }

    public static Plot Bars()
    {
        var plot = new Plot();
        plot.Add.Bars(new[]
        {
            new Bar { Position = 0, Value = 0.9, Error = 0.05, FillColor = Color.FromHex("#0072B2") },
            new Bar { Position = 1, Value = 0.6, FillColor = Color.FromHex("#E69F00") },
            new Bar { Position = 2, Value = -0.1, FillColor = Color.FromHex("#0072B2") },
        });
        plot.Axes.Bottom.SetTicks([0, 1, 2], ["wi", "mwi", "none"]);
        plot.HideLegend();
        return plot;
    }

    public static Plot Matrix()
    {
        var plot = new Plot();
        var heatmap = plot.Add.Heatmap(new[,] { { 1.0, 0.5, 0 }, { 0.1, double.NaN, 0.9 } });
        heatmap.ManualRange = new(0, 1);
        plot.Add.ColorBar(heatmap).Label = "share";
        plot.HideGrid();
        plot.HideLegend();
        return plot;
    }
}
