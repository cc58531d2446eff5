using System.Globalization;
using Clipper.Core.Errors;

namespace Clipper.Benchmarks.Comparison;

/// <summary>What <c>rivals [NAME…] [--rounds N]</c> asks for.</summary>
/// <param name="Names">Comparisons, in the order of all.</param>
/// <param name="Rounds">Rounds of each.</param>
/// <param name="IsWhole">Whether it is all of them, in as many rounds as usual or more: what the machine's page
/// shows.</param>
internal sealed record RivalArguments(IReadOnlyList<string> Names, int Rounds, bool IsWhole)
{
    /// <summary>Rounds unless said otherwise.</summary>
    public const int UsualRounds = 7;

    private const int MostRounds = 1000;
    private const string RoundsName = "--rounds";

    /// <summary>Reads the arguments.</summary>
    /// <param name="args">Those after <c>rivals</c>.</param>
    /// <param name="known">Names of all comparisons.</param>
    /// <exception cref="UsageException">A name or option is not known, or the rounds are no number of 1 to
    /// 1000.</exception>
    public static RivalArguments Parse(IReadOnlyList<string> args, IReadOnlyList<string> known)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        int? rounds = null;
        for (int i = 0; i < args.Count; i++)
        {
            if (args[i] == RoundsName)
            {
                i++;
                rounds = rounds is null
                    ? RoundsOf(i < args.Count ? args[i] : null)
                    : throw new UsageException($"{RoundsName} is given twice.");
            }
            else
            {
                names.Add(known.Contains(args[i]) ? args[i] : throw Unknown(args[i], known));
            }
        }

        string[] chosen = [.. known.Where(name => names.Count == 0 || names.Contains(name))];
        bool isWhole = chosen.Length == known.Count && (rounds ?? UsualRounds) >= UsualRounds;
        return new RivalArguments(chosen, rounds ?? UsualRounds, isWhole);
    }

    private static int RoundsOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int rounds)
        && rounds is >= 1 and <= MostRounds
            ? rounds
            : throw new UsageException(
                $"{RoundsName} needs a number from 1 to {MostRounds}, got {(text is null ? "nothing" : $"'{text}'")}: "
                + $"--rivals imprint {RoundsName} 11");

    private static UsageException Unknown(string name, IReadOnlyList<string> known) => new(
        $"'{name}' is no comparison and no option of rivals; there are {string.Join(", ", known)} and {RoundsName} N."
        + Suggestion.Question(name, [.. known, RoundsName]));
}
