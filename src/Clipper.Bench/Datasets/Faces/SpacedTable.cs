using System.Globalization;
using System.Text;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets.Faces;

/// <summary>A text file of fields apart by spaces, read line by line; problems are told together, with their
/// lines.</summary>
internal sealed class SpacedTable(string path)
{
    private const int ProblemsTold = 20;

    private readonly List<string> _problems = [];

    /// <summary>The fields of every line, with its number from 1; empty lines are left out.</summary>
    /// <exception cref="DataFileException">It cannot be read.</exception>
    public IReadOnlyList<(int Line, string[] Fields)> Read()
    {
        try
        {
            var rows = new List<(int, string[])>();
            foreach ((int index, string line) in File.ReadLines(path, new UTF8Encoding(false, true)).Index())
            {
                string[] fields = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
                if (fields.Length > 0)
                {
                    rows.Add((index + 1, fields));
                }
            }

            return rows;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            throw new DataFileException(path, $"cannot be read as UTF-8 text ({e.Message}).", e);
        }
    }

    /// <summary>Adds a problem of a line.</summary>
    public void Add(int line, string problem) =>
        _problems.Add(string.Create(CultureInfo.InvariantCulture, $"{path}:{line}: {problem}"));

    /// <summary>At the end.</summary>
    /// <exception cref="DataFileException">There were problems.</exception>
    public void ThrowIfProblems()
    {
        if (_problems.Count > 0)
        {
            string more = _problems.Count > ProblemsTold ? $"\n… and {_problems.Count - ProblemsTold} more" : "";
            string list = string.Join('\n', _problems.Take(ProblemsTold));
            throw new DataFileException(path, $"{_problems.Count} lines cannot be used:\n{list}{more}");
        }
    }
}
