using Clipper.Bench.Runs;

namespace Clipper.Bench.Reports;

/// <summary>Names of files in one folder, no two of them alike: special letters become hyphens, and file systems may
/// not tell small letters from capital ones.</summary>
internal sealed class FreeNames
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name, with a number where it is taken.</summary>
    /// <param name="wanted">What is named.</param>
    public string Take(string wanted)
    {
        // Names of dots alone are folders.
        string name = FileName.Of(wanted).Trim('.');
        string free = name.Length > 0 ? name : "-";
        for (int number = 2; !_taken.Add(free); number++)
        {
            free = FormattableString.Invariant($"{name}-{number}");
        }

        return free;
    }
}
