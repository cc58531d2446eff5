using CsvHelper.Configuration;

namespace Clipper.Bench.Runs;

/// <summary>The columns of records.csv.</summary>
internal sealed class RecordColumns : ClassMap<RunRecord>
{
    /// <summary>For CsvHelper.</summary>
    public RecordColumns()
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
