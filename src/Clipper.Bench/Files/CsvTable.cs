using System.Globalization;
using System.Text;
using Clipper.Core.Errors;
using CsvHelper;
using CsvHelper.Configuration;

namespace Clipper.Bench.Files;

/// <summary>Reads a CSV file with a header strictly: UTF-8, every line as many fields as the header.</summary>
internal sealed class CsvTable : IDisposable
{
    // With its byte order mark, which it then takes off; without detection, which would fall back to a lenient UTF-8.
    private static readonly UTF8Encoding StrictUtf8 = new(true, throwOnInvalidBytes: true);

    private readonly CsvParser _parser;
    private readonly string _path;

    private CsvTable(string path, StreamReader reader)
    {
        _path = path;
        _parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = Refuse });
        Header = Read() ?? throw new DataFileException(path, "the file is empty; expected a header line.");
    }

    /// <summary>The fields of the first line.</summary>
    public string[] Header { get; }

    /// <summary>1-based line in the file of the fields read last.</summary>
    public int Line => _parser.RawRow;

    /// <summary>Opens the file and reads its header.</summary>
    /// <exception cref="DataFileException">Missing, unreadable or empty.</exception>
    public static CsvTable Open(string path)
    {
        try
        {
            return new CsvTable(path, new StreamReader(path, StrictUtf8, detectEncodingFromByteOrderMarks: false));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            string problem = File.Exists(path) ? $"cannot be read: {error.Message}" : "the file does not exist.";
            throw new DataFileException(path, problem, error);
        }
    }

    /// <summary>The fields of the next line, or null after the last one. Empty lines are passed over.</summary>
    /// <exception cref="DataFileException">Another number of fields than the header has, stray quotes, not
    /// UTF-8.</exception>
    public string[]? Next()
    {
        string[]? fields = Read();
        return fields is null || fields.Length == Header.Length
            ? fields
            : throw Problem($"has {fields.Length} fields; the header '{string.Join(',', Header)}' has {Header.Length}. "
                + "Quote fields that hold a comma.");
    }

    /// <summary>An error at the line read last.</summary>
    public DataFileException Problem(string problem) => new(_path, $"line {Line}: {problem}");

    /// <inheritdoc />
    public void Dispose() => _parser.Dispose();

    private string[]? Read()
    {
        try
        {
            return _parser.Read() ? _parser.Record : null;
        }
        catch (DecoderFallbackException error)
        {
            throw new DataFileException(_path, $"line {Line + 1}: is not UTF-8; save the file as UTF-8.", error);
        }
    }

    private void Refuse(BadDataFoundArgs bad) =>
        throw Problem("has a stray quote; write a quote inside quotes as two.");
}
