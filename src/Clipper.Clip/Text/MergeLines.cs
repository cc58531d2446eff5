using Clipper.Core.Errors;

namespace Clipper.Clip.Text;

/// <summary>The lines of merges that both forms of a vocabulary have: a header with <c>#version:</c>, then two tokens a
/// line.</summary>
internal static class MergeLines
{
    /// <summary>What the first line holds.</summary>
    public const string HeaderMark = "#version:";

    /// <summary>The pairs, the first to be merged first.</summary>
    /// <param name="path">Names the file in errors.</param>
    /// <param name="lines">All lines.</param>
    /// <param name="most">Lines after so many pairs are left out.</param>
    /// <exception cref="DataFileException">A line is not of that form.</exception>
    public static (string Left, string Right)[] Parse(string path, string[] lines, int most)
    {
        if (lines.Length == 0 || !lines[0].Contains(HeaderMark, StringComparison.Ordinal))
        {
            throw new DataFileException(path, $"is no vocabulary: its first line lacks '{HeaderMark}'.");
        }

        return [.. lines.Skip(1).Take(most).Select((line, index) => Pair(path, line, index + 2))];
    }

    /// <summary>The merges by the ids of their tokens.</summary>
    /// <exception cref="DataFileException">A token of a merge, or what it gives, has no id, or a pair comes
    /// twice.</exception>
    public static Dictionary<(int Left, int Right), BpeVocabulary.Merge> WithIds(
        string path, (string Left, string Right)[] pairs, Dictionary<string, int> ids)
    {
        var merges = new Dictionary<(int Left, int Right), BpeVocabulary.Merge>(pairs.Length);
        for (int rank = 0; rank < pairs.Length; rank++)
        {
            (string left, string right) = pairs[rank];
            (int Left, int Right) pair = (Id(left, rank), Id(right, rank));
            if (!merges.TryAdd(pair, new BpeVocabulary.Merge(rank, Id(left + right, rank))))
            {
                throw new DataFileException(path, $"line {rank + 2}: the merge '{left} {right}' comes twice.");
            }
        }

        return merges;

        int Id(string token, int rank) => ids.TryGetValue(token, out int id)
            ? id
            : throw new DataFileException(
                path, $"line {rank + 2}: '{token}' is no token; a merge joins bytes and results of merges.");
    }

    private static (string Left, string Right) Pair(string path, string line, int number) =>
        line.Split(' ') is [{ Length: > 0 } left, { Length: > 0 } right]
            ? (left, right)
            : throw new DataFileException(path, $"line {number}: two tokens with a space between them are expected.");
}
