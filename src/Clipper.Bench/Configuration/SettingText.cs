using System.Globalization;
using System.Text.RegularExpressions;
using Clipper.Core.Episodes;

namespace Clipper.Bench.Configuration;

/// <summary>The short form of an episode's size: <c>5w1s15q</c> = 5 ways, 1 shot, 15 queries a class.</summary>
public static partial class SettingText
{
    /// <summary>Most classes, shots or queries that a setting can have.</summary>
    internal const int Most = 10_000;

    /// <summary>Fewest classes: with one there is nothing to tell apart.</summary>
    internal const int LeastWays = 2;

    /// <summary>What stands for <see cref="EpisodePlan.AllClasses"/>.</summary>
    internal const string All = "all";

    /// <summary>Writes a size.</summary>
    public static string Of(EpisodePlan plan)
    {
        string ways = plan.Ways == EpisodePlan.AllClasses ? All : plan.Ways.ToString(CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{ways}w{plan.Shots}s{plan.Queries}q");
    }

    /// <summary>Reads a size; null where it is none, or where a number is out of range.</summary>
    public static EpisodePlan? Parse(string text)
    {
        Match match = Form().Match(text);
        if (!match.Success)
        {
            return null;
        }

        int[] numbers = [.. match.Groups.Values.Skip(1).Select(group => group.Value == All
            ? EpisodePlan.AllClasses
            : int.Parse(group.ValueSpan, CultureInfo.InvariantCulture))];
        bool isInRange = numbers[0] >= LeastWays
            && numbers.All(number => number is <= Most or EpisodePlan.AllClasses);
        return isInRange ? new EpisodePlan(numbers[0], numbers[1], numbers[2]) : null;
    }

    [GeneratedRegex(@"^([1-9][0-9]{0,4}|all)w([1-9][0-9]{0,4})s([1-9][0-9]{0,4})q\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
