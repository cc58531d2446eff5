namespace Clipper.Core.Errors;

/// <summary>Finds the known name that a mistyped one was probably meant to be.</summary>
public static class Suggestion
{
    /// <summary>The known name nearest to <paramref name="got"/>, or null where none is near: at most a third of
    /// its letters (at least one) may be inserted, deleted, replaced or swapped with a neighbour; case does not
    /// count. Ties: the first.</summary>
    public static string? Nearest(string got, IEnumerable<string> known)
    {
        string? nearest = null;
        int best = Math.Max(1, got.Length / 3) + 1;
        foreach (string name in known)
        {
            int distance = Distance(got.ToUpperInvariant(), name.ToUpperInvariant());
            if (distance < best)
            {
                (nearest, best) = (name, distance);
            }
        }

        return nearest;
    }

    /// <summary><c> Did you mean 'x'?</c> with its leading space, or nothing where no known name is near.</summary>
    public static string Question(string got, IEnumerable<string> known) =>
        Nearest(got, known) is { } name ? $" Did you mean '{name}'?" : "";

    // Optimal string alignment: insertions, deletions, replacements and swaps of neighbours cost 1.
    private static int Distance(string a, string b)
    {
        int[] beforeLast = new int[b.Length + 1];
        int[] last = [.. Enumerable.Range(0, b.Length + 1)];
        int[] row = new int[b.Length + 1];
        for (int i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(replaced, 1 + Math.Min(last[j], row[j - 1]));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last, row) = (last, row, beforeLast);
        }

        return last[b.Length];
    }
}
