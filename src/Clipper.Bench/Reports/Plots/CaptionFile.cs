using System.Text;
using Clipper.Clip.Files;

namespace Clipper.Bench.Reports.Plots;

/// <summary>Writes <c>captions.txt</c>: what a reader must know of each picture of a folder, for whoever takes one out
/// of it.</summary>
internal static class CaptionFile
{
    /// <summary>The file's name.</summary>
    public const string Name = "captions.txt";

    /// <summary>Writes the captions of the figures that have one; no file where none has.</summary>
    public static void Write(string folder, IEnumerable<Figure> figures)
    {
        var text = new StringBuilder();
        foreach (Figure figure in figures.Where(figure => figure.Caption.Length > 0))
        {
            text.Append(text.Length > 0 ? "\n" : "").Append(figure.Name).Append(".svg, ").Append(figure.Name)
                .Append(".png\n").Append(figure.Title).Append('\n').Append(figure.Description).Append('\n');
        }

        if (text.Length > 0)
        {
            AtomicFile.WriteText(Path.Combine(folder, Name), text.ToString());
        }
    }
}
