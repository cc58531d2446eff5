using Clipper.Bench.Files;
using CsvHelper;
using CsvHelper.Configuration;

namespace Clipper.Bench.Reports.Paper;

/// <summary>Reads the published numbers, which are embedded in the assembly.</summary>
public static class PublishedValues
{
    private const string Resource = "reported/clipper.csv";

    /// <summary>All of them, in the order of the file.</summary>
    public static IReadOnlyList<PublishedValue> All { get; } = Read();

    private static IReadOnlyList<PublishedValue> Read()
    {
        using Stream stream = typeof(PublishedValues).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly lacks {Resource}.");
        using var csv = new CsvReader(new StreamReader(stream), CsvLayout.New());
        csv.Context.RegisterClassMap<Columns>();
        return [.. csv.GetRecords<PublishedValue>()];
    }

    private sealed class Columns : ClassMap<PublishedValue>
    {
        public Columns()
        {
            Map(v => v.Table).Name("table");
            Map(v => v.Dataset).Name("dataset");
            Map(v => v.Method).Name("method");
            Map(v => v.Ways).Name("ways");
            Map(v => v.Shots).Name("shots");
            Map(v => v.Metric).Name("metric");
            Map(v => v.Value).Name("value");
            Map(v => v.Unit).Name("unit");
            Map(v => v.Source).Name("source");
            Map(v => v.Status).Name("status");
            Map(v => v.Note).Name("note");
        }
    }
}
