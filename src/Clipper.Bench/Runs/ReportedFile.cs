using Clipper.Bench.Files;
using Clipper.Clip.Files;
using Clipper.Core.Errors;
using CsvHelper;

namespace Clipper.Bench.Runs;

/// <summary>Writes and reads <c>reported.csv</c>: the values that tables report, one a line.</summary>
internal static class ReportedFile
{
    /// <summary>Writes the file atomically, in the given order.</summary>
    public static void Write(string path, IEnumerable<ReportedValue> values) => AtomicFile.Write(path, stream =>
    {
        using var csv = new CsvWriter(new StreamWriter(stream, leaveOpen: true), CsvLayout.New());
        csv.Context.RegisterClassMap<ReportedColumns>();
        csv.WriteRecords(values);
    });

    /// <summary>Reads the file back.</summary>
    /// <exception cref="DataFileException">It is missing or empty, has other columns, or a line of it is no such
    /// value.</exception>
    public static IReadOnlyList<ReportedValue> Read(string path) =>
        ResultLines.Read<ReportedValue, ReportedColumns>(path);
}
