using System.Globalization;
using Clipper.Bench.Files;
using Clipper.Clip.Files;
using Clipper.Core.Errors;
using CsvHelper;
using CsvHelper.Configuration;

namespace Clipper.Bench.Runs;

/// <summary>Writes and reads <c>records.csv</c>: one line a value, columns as in DESIGN section 8.</summary>
public static class RecordsFile
{
    /// <summary>Writes the file atomically, in the given order.</summary>
    public static void Write(string path, IEnumerable<RunRecord> records) => AtomicFile.Write(path, stream =>
    {
        using var csv = new CsvWriter(new StreamWriter(stream, leaveOpen: true), CsvLayout.New());
        csv.Context.RegisterClassMap<RecordColumns>();
        csv.WriteRecords(records);
    });

    /// <summary>Reads the file back.</summary>
    /// <exception cref="DataFileException">It is missing, or a line of it is not a record.</exception>
    public static IReadOnlyList<RunRecord> Read(string path) => Read<RunRecord, RecordColumns>(path);

    /// <summary>Reads a file of another kind of line.</summary>
    internal static IReadOnlyList<TLine> Read<TLine, TColumns>(string path)
        where TColumns : ClassMap<TLine>
    {
        try
        {
            using var reader = new StreamReader(path);
            using var csv = new CsvReader(reader, CsvLayout.New());
            csv.Context.RegisterClassMap<TColumns>();
            return [.. csv.GetRecords<TLine>()];
        }
        catch (CsvHelperException e)
        {
            int line = e.Context?.Parser?.Row ?? 1;
            throw new DataFileException(
                string.Create(CultureInfo.InvariantCulture, $"{path}:{line}"),
                "is not a record; expected the columns and numbers that 'clipper run' writes.",
                e);
        }
        catch (IOException e)
        {
            throw new DataFileException(path, $"cannot be read ({e.Message}); expected the records of a run.", e);
        }
    }
}
