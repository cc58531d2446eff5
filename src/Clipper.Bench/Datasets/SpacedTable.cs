using System.Text;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets;

/// <summary>A text file of fields apart by spaces, read line by line; problems are told together, with their
/// lines.</summary>
internal sealed class SpacedTable(string path)
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private readonly LineProblems _problems = new(path);

    /// <summary>The fields of every line, with its number from 1; empty lines are left out.</summary>
    /// <exception cref="DataFileException">It cannot be read.</exception>
    public IReadOnlyList<(int Line, string[] Fields)> Read()
    {
        try
        {
            return Split(File.ReadLines(path, Strict));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            throw new DataFileException(path, $"cannot be read as UTF-8 text ({e.Message}).", e);
        }
    }

    /// <summary>The same of a file that was read from an archive.</summary>
    /// <exception cref="DataFileException">It is not UTF-8.</exception>
    public IReadOnlyList<(int Line, string[] Fields)> Parse(byte[] content)
    {
        try
        {
            return Split(Strict.GetString(content).TrimStart('\uFEFF').Split('\n'));
        }
        catch (DecoderFallbackException e)
        {
            throw new DataFileException(path, $"cannot be read as UTF-8 text ({e.Message}).", e);
        }
    }

    /// <summary>Adds a problem of a line.</summary>
    public void Add(int line, string problem) => _problems.Add(line, problem);

    /// <summary>At the end.</summary>
    /// <exception cref="DataFileException">There were problems.</exception>
    public void ThrowIfProblems() => _problems.ThrowIfAny();

    private static List<(int Line, string[] Fields)> Split(IEnumerable<string> lines)
    {
        var rows = new List<(int, string[])>();
        foreach ((int index, string line) in lines.Index())
        {
            string[] fields = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length > 0)
            {
                rows.Add((index + 1, fields));
            }
        }

        return rows;
    }
}
