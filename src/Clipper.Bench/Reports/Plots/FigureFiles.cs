using Clipper.Clip.Files;
using ScottPlot;

namespace Clipper.Bench.Reports.Plots;

/// <summary>Writes <c>plots/NAME.svg</c>, <c>.png</c> and <c>plots/captions.txt</c>.</summary>
internal static class FigureFiles
{
    /// <summary>Draws and writes the figures; the same figures give the same bytes.</summary>
    /// <param name="folder">The folder of the plots.</param>
    /// <param name="figures">What to draw.</param>
    /// <param name="warn">Told once where the drawing library is missing; the tables do not depend on it.</param>
    /// <returns>Those that were drawn.</returns>
    public static IReadOnlyList<DrawnFigure> Write(
        string folder, IReadOnlyList<Figure> figures, Action<string> warn)
    {
        IReadOnlyList<Figure> styled = FigureStyles.Alike(figures, FigureDrawing.ColorCount);
        var drawn = new DrawnFigure[figures.Count];
        try
        {
            Parallel.For(0, drawn.Length, i => drawn[i] = Write(folder, styled[i]));
            CaptionFile.Write(folder, styled);
            return drawn;
        }
        catch (AggregateException e) when (
            e.InnerExceptions.All(inner => inner is DllNotFoundException or TypeInitializationException))
        {
            warn($"no plots: {e.InnerExceptions[0].Message}; tables and page are written without them, "
                + "and 'clipper report' draws them later");
            return [];
        }
    }

    private static DrawnFigure Write(string folder, Figure figure)
    {
        using Plot plot = FigureDrawing.Draw(figure);
        int height = FigureDrawing.HeightOf(figure);
        string svg = SvgTexts.Describe(
            SvgIds.Renumber(plot.GetSvgXml(FigureDrawing.Width, height)), figure.Title, figure.Description);
        AtomicFile.WriteText(Path.Combine(folder, $"{figure.Name}.svg"), svg);
        byte[] png = PngTexts.Describe(
            plot.GetImageBytes(FigureDrawing.Width, height, ImageFormat.Png), figure.Title, figure.Description);
        AtomicFile.Write(Path.Combine(folder, $"{figure.Name}.png"), stream => stream.Write(png));
        return new DrawnFigure(figure, svg) { Png = png, File = $"{Path.GetFileName(folder)}/{figure.Name}.svg" };
    }
}
