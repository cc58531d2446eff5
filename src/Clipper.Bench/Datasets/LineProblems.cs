using System.Globalization;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets;

/// <summary>Collects what is wrong with the lines of a text file, so that all of it is told at once.</summary>
/// <param name="path">The file.</param>
internal sealed class LineProblems(string path)
{
    private const int Told = 20;

    private readonly List<string> _problems = [];

    /// <summary>Adds a problem of a line.</summary>
    public void Add(int line, string problem) =>
        _problems.Add(string.Create(CultureInfo.InvariantCulture, $"{path}:{line}: {problem}"));

    /// <summary>At the end.</summary>
    /// <exception cref="DataFileException">There were problems.</exception>
    public void ThrowIfAny()
    {
        if (_problems.Count > 0)
        {
            string more = _problems.Count > Told ? $"\n… and {_problems.Count - Told} more" : "";
            string list = string.Join('\n', _problems.Take(Told));
            throw new DataFileException(path, $"{_problems.Count} lines cannot be used:\n{list}{more}");
        }
    }
}
