using Clipper.Bench.Files;
using Clipper.Clip.Files;
using Clipper.Core.Errors;
using CsvHelper;

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
    /// <exception cref="DataFileException">It is missing or empty, has other columns, or a line of it is not a
    /// record.</exception>
    public static IReadOnlyList<RunRecord> Read(string path) => ResultLines.Read<RunRecord, RecordColumns>(path);
}
