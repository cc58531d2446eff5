using System.Globalization;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets;

/// <summary>Collects the entries of a data set that cannot be used, and applies the policy.</summary>
/// <param name="where">File or folder that they are in.</param>
/// <param name="what">What they are, in the plural, e.g. <c>file names do not parse</c>.</param>
internal sealed class BadEntries(string where, string what)
{
    private const int Told = 20;

    private readonly List<string> _entries = [];

    /// <summary>Adds one.</summary>
    public void Add(string entry) => _entries.Add(entry);

    /// <summary>At the end: nothing, a warning, or an error.</summary>
    /// <exception cref="DataFileException">There are some, and the policy is fail.</exception>
    public void Judge(DatasetSource source)
    {
        if (_entries.Count == 0)
        {
            return;
        }

        string more = _entries.Count > Told
            ? string.Create(CultureInfo.InvariantCulture, $"\n… and {_entries.Count - Told} more") : "";
        string list = string.Create(CultureInfo.InvariantCulture, $"{_entries.Count} {what}:")
            + $"\n{string.Join('\n', _entries.Take(Told))}{more}";
        if (source.OnBadEntry == BadEntryPolicy.Fail)
        {
            throw new DataFileException(
                where, $"{list}\nMend them, or leave them out with the data set's option 'on-bad-entry: skip'.");
        }

        source.Warn($"{where}: left out, because {list}");
    }
}
