namespace Clipper.Core.Imprinting;

/// <summary>Orders text by Unicode code point, as Python sorts strings. It differs from an ordinal comparison, which
/// goes by UTF-16 unit, where one text holds a character beyond U+FFFF and the other one in U+E000 … U+FFFF.</summary>
public sealed class CodePointComparer : IComparer<string>
{
    private CodePointComparer()
    {
    }

    /// <summary>The only one.</summary>
    public static CodePointComparer Instance { get; } = new();

    /// <inheritdoc />
    public int Compare(string? x, string? y)
    {
        if (x is null || y is null)
        {
            return string.CompareOrdinal(x, y);
        }

        int same = x.AsSpan().CommonPrefixLength(y);
        return same == x.Length || same == y.Length
            ? x.Length.CompareTo(y.Length)
            : Rank(x[same]).CompareTo(Rank(y[same]));
    }

    /// <summary>Moves surrogates, which stand for code points beyond U+FFFF, above all other units.</summary>
    private static int Rank(char unit) => char.IsSurrogate(unit) ? unit + char.MaxValue : unit;
}
