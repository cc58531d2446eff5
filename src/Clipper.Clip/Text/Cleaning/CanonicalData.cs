using System.Globalization;

namespace Clipper.Clip.Text.Cleaning;

/// <summary>What canonical normalisation needs of Unicode 14, the version of the reference's Python. .NET has no such
/// tables of its own where globalization is invariant.</summary>
internal sealed class CanonicalData
{
    private static readonly Lazy<CanonicalData> Loaded = new(() => new CanonicalData());

    private readonly Dictionary<int, byte> _classes = [];
    private readonly Dictionary<int, int[]> _decompositions = [];
    private readonly Dictionary<(int First, int Second), int> _compositions = [];

    private CanonicalData()
    {
        foreach (string[] words in EmbeddedTable.Lines("canonical.txt"))
        {
            if (words[0].StartsWith('@'))
            {
                AddClass(words);
            }
            else
            {
                AddDecomposition(words);
            }
        }
    }

    /// <summary>The tables, read when they are first needed.</summary>
    public static CanonicalData Instance => Loaded.Value;

    /// <summary>The canonical combining class; 0 for a character that does not combine.</summary>
    public byte ClassOf(int codePoint) => _classes.GetValueOrDefault(codePoint);

    /// <summary>The decomposition by one step, or null.</summary>
    public int[]? Decompose(int codePoint) => _decompositions.GetValueOrDefault(codePoint);

    /// <summary>What two code points compose to, or null.</summary>
    public int? Compose(int first, int second) =>
        _compositions.TryGetValue((first, second), out int composed) ? composed : null;

    private void AddClass(string[] words)
    {
        byte combiningClass = byte.Parse(words[0].AsSpan(1), CultureInfo.InvariantCulture);
        string[] ends = words[1].Split('-');
        for (int code = EmbeddedTable.CodePoint(ends[0]); code <= EmbeddedTable.CodePoint(ends[1]); code++)
        {
            _classes.Add(code, combiningClass);
        }
    }

    private void AddDecomposition(string[] words)
    {
        bool isComposed = !words[0].StartsWith('!');
        int code = EmbeddedTable.CodePoint(words[0].TrimStart('!'));
        int[] parts = [.. words[1..].Select(EmbeddedTable.CodePoint)];
        _decompositions.Add(code, parts);
        if (isComposed)
        {
            _compositions.Add((parts[0], parts[1]), code);
        }
    }
}
