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
        csv.Context.RegisterClassMap<Columns>();
        csv.WriteRecords(records);
    });

    /// <summary>Reads the file back.</summary>
    /// <exception cref="DataFileException">It is missing, or a line of it is not a record.</exception>
    public static IReadOnlyList<RunRecord> Read(string path)
    {
        try
        {
            using var reader = new StreamReader(path);
            using var csv = new CsvReader(reader, CsvLayout.New());
            csv.Context.RegisterClassMap<Columns>();
            return [.. csv.GetRecords<RunRecord>()];
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

    private sealed class Columns : ClassMap<RunRecord>
    {
        public Columns()
        {
            Map(r => r.Run).Name("run");
            Map(r => r.Dataset).Name("dataset");
            Map(r => r.Variant).Name("variant");
            Map(r => r.Model).Name("model");
            Map(r => r.Method).Name("method");
            Map(r => r.Head).Name("head").TypeConverterOption.NullValues("");
            Map(r => r.Ways).Name("ways");
            Map(r => r.Shots).Name("shots");
            Map(r => r.Queries).Name("queries");
            Map(r => r.Episodes).Name("episodes");
            Map(r => r.Augment).Name("augment").TypeConverterOption.NullValues("");
            Map(r => r.Copies).Name("copies");
            Map(r => r.Epochs).Name("epochs");
            Map(r => r.Threshold).Name("threshold").TypeConverterOption.Format("R");
            Map(r => r.Step).Name("step");
            Map(r => r.Metric).Name("metric");
            Map(r => r.Mean).Name("mean").TypeConverterOption.Format("R");
            Map(r => r.Ci95).Name("ci95").TypeConverterOption.Format("R");
            Map(r => r.Std).Name("std").TypeConverterOption.Format("R");
            Map(r => r.N).Name("n");
            Map(r => r.Mode).Name("mode");
        }
    }
}
