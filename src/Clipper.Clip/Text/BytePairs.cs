namespace Clipper.Clip.Text;

/// <summary>Merges the bytes of a word to tokens.</summary>
internal static class BytePairs
{
    /// <summary>Merges, again and again, every occurrence of the neighbours of lowest rank, from left to
    /// right.</summary>
    /// <param name="symbols">The bytes' ids; changed.</param>
    /// <param name="vocabulary">The merges.</param>
    public static List<int> Merge(List<int> symbols, BpeVocabulary vocabulary)
    {
        while (Best(symbols, vocabulary) is { } best)
        {
            int kept = 0;
            for (int i = 0; i < symbols.Count; i++)
            {
                bool isPair = i + 1 < symbols.Count && (symbols[i], symbols[i + 1]) == best.Pair;
                symbols[kept++] = isPair ? best.Id : symbols[i];
                i += isPair ? 1 : 0;
            }

            symbols.RemoveRange(kept, symbols.Count - kept);
        }

        return symbols;
    }

    private static ((int Left, int Right) Pair, int Id)? Best(List<int> symbols, BpeVocabulary vocabulary)
    {
        ((int Left, int Right) Pair, int Id)? best = null;
        int lowest = int.MaxValue;
        for (int i = 0; i + 1 < symbols.Count; i++)
        {
            if (vocabulary.TryMerge(symbols[i], symbols[i + 1], out BpeVocabulary.Merge merge) && merge.Rank < lowest)
            {
                lowest = merge.Rank;
                best = ((symbols[i], symbols[i + 1]), merge.Id);
            }
        }

        return best;
    }
}
