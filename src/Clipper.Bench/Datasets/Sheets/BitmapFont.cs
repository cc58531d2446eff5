using System.Reflection;

namespace Clipper.Bench.Datasets.Sheets;

/// <summary>A small font drawn by hand: 5 × 8 dots a letter, printable ASCII. It stands in <c>font.txt</c>, a letter a
/// line, its rows apart by spaces, the last one for what hangs below the line.</summary>
internal static class BitmapFont
{
    /// <summary>Pixels from one letter to the next.</summary>
    public const int Advance = 6;

    /// <summary>Pixels from one line to the next.</summary>
    public const int LineHeight = 10;

    private const int Rows = 8;
    private const int Columns = 5;

    private static readonly Lazy<Dictionary<char, bool[]>> _letters = new(Load);

    /// <summary>Calls <paramref name="dot"/> for every dot of a text; letters that the font lacks become
    /// question marks.</summary>
    public static void Draw(string text, int left, int top, Action<int, int> dot)
    {
        foreach ((int number, char letter) in text.Index())
        {
            if (letter == ' ')
            {
                continue;
            }

            bool[] dots = _letters.Value.GetValueOrDefault(letter) ?? _letters.Value['?'];
            for (int i = 0; i < dots.Length; i++)
            {
                if (dots[i])
                {
                    dot(left + (number * Advance) + (i % Columns), top + (i / Columns));
                }
            }
        }
    }

    /// <summary>Breaks a text into lines of so many letters, at spaces where it can; what does not fit ends in two
    /// dots.</summary>
    public static IReadOnlyList<string> Wrap(string text, int letters, int lines)
    {
        var wrapped = new List<string>();
        string rest = text.Trim();
        while (rest.Length > 0 && wrapped.Count < lines)
        {
            bool isLast = wrapped.Count == lines - 1;
            if (rest.Length > letters && isLast)
            {
                wrapped.Add(rest[..(letters - 2)].TrimEnd() + "..");
                break;
            }

            int cut = rest.Length <= letters ? rest.Length : rest.LastIndexOf(' ', letters);
            cut = cut <= 0 ? letters : cut;
            wrapped.Add(rest[..cut].TrimEnd());
            rest = rest[cut..].TrimStart();
        }

        return wrapped;
    }

    private static Dictionary<char, bool[]> Load()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("font.txt")
            ?? throw new InvalidOperationException("The font is not in the assembly.");
        using var reader = new StreamReader(stream);
        var letters = new Dictionary<char, bool[]>();
        while (reader.ReadLine() is { } line)
        {
            string rows = line[2..].Replace(" ", "", StringComparison.Ordinal);
            letters.Add(line[0], rows.Length == Rows * Columns ? [.. rows.Select(dot => dot == '#')]
                : throw new InvalidOperationException($"Letter {line[0]} of the font has {rows.Length} dots."));
        }

        return letters;
    }
}
