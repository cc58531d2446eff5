using System.Globalization;

namespace Clipper.Clip.Text.Cleaning;

/// <summary>Reads a table of this assembly: lines of words, '#' begins a comment line.</summary>
internal static class EmbeddedTable
{
    /// <summary>The words of every line.</summary>
    public static IEnumerable<string[]> Lines(string name)
    {
        string resource = $"{typeof(EmbeddedTable).Namespace}.Data.{name}";
        using Stream stream = typeof(EmbeddedTable).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The assembly lacks its table '{resource}'.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
            {
                yield return line.Split(' ');
            }
        }
    }

    /// <summary>The code point that a hexadecimal word names.</summary>
    public static int CodePoint(string word) => int.Parse(word, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
