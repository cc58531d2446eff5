using Clipper.Bench.Files;
using Clipper.Clip.Files;
using CsvHelper;
using CsvHelper.Configuration;

namespace Clipper.Bench.Runs;

/// <summary>Writes <c>records.csv</c>: one line a value, columns as in DESIGN section 8.</summary>
public static class RecordsFile
{
    /// <summary>Writes the file atomically, in the given order.</summary>
    public static void Write(string path, IEnumerable<RunRecord> records) => AtomicFile.Write(path, stream =>
    {
        using var csv = new CsvWriter(new StreamWriter(stream, leaveOpen: true), CsvLayout.New());
        csv.Context.RegisterClassMap<Columns>();
        csv.WriteRecords(records);
    });

    private sealed class Columns : ClassMap<RunRecord>
    {
        public Columns()
        {
            Map(r => r.Run).Name("run");
            Map(r => r.Dataset).Name("dataset");
            Map(r => r.Variant).Name("variant");
            Map(r => r.Model).Name("model");
            Map(r => r.Method).Name("method");
            Map(r => r.Head).Name("head");
            Map(r => r.Ways).Name("ways");
            Map(r => r.Shots).Name("shots");
            Map(r => r.Queries).Name("queries");
            Map(r => r.Episodes).Name("episodes");
            Map(r => r.Augment).Name("augment");
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
