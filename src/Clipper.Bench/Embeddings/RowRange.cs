using System.Globalization;

namespace Clipper.Bench.Embeddings;

/// <summary>Consecutive rows of a data set: what one of several processes embeds.</summary>
/// <param name="First">The first row.</param>
/// <param name="Count">How many.</param>
internal readonly record struct RowRange(int First, int Count)
{
    /// <summary>Ranges begin at multiples of this, which is one of every batch in use: a row is in the same batch
    /// whether its range is embedded or the whole.</summary>
    public const int Grain = 64;

    /// <summary>The row behind the last.</summary>
    public int End => First + Count;

    /// <summary>Part <paramref name="index"/> (1-based) of <paramref name="count"/>; empty where there are more parts
    /// than grains.</summary>
    public static RowRange Part(int samples, int index, int count)
    {
        long grains = (samples + Grain - 1) / Grain;
        int first = (int)(grains * (index - 1) / count) * Grain;
        int end = Math.Min(samples, (int)(grains * index / count) * Grain);
        return new RowRange(first, Math.Max(0, end - first));
    }

    /// <summary>Reads what <see cref="ToString"/> writes; null where it is something else.</summary>
    public static RowRange? Parse(string text) =>
        text.Split('-') is [var first, var end]
        && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out int from)
        && int.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out int to) && to > from
            ? new RowRange(from, to - from)
            : null;

    /// <summary>First row and row behind the last, e.g. <c>640-1280</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{First}-{End}");
}
