using CsvHelper;
using CsvHelper.Configuration;
using CsvHelper.TypeConversion;

namespace Clipper.Bench.Runs;

/// <summary>The columns of reported.csv: those of a record, and what was chosen on what.</summary>
internal sealed class ReportedColumns : ClassMap<ReportedValue>
{
    /// <summary>For CsvHelper.</summary>
    public ReportedColumns()
    {
        References<RecordColumns>(value => value.Record);
        Map(value => value.ChosenOn).Name("chosen_on").TypeConverter<SourceNames>();
        Map(value => value.Scope).Name("chosen_for").TypeConverter<ScopeNames>();
        Map(value => value.Candidate).Name("candidate");
        Map(value => value.IsHeadline).Name("headline")
            .TypeConverterOption.BooleanValues(true, true, "yes").TypeConverterOption.BooleanValues(false, true, "no");
        Map(value => value.Cell).Name("cell");
    }

    private sealed class ScopeNames : DefaultTypeConverter
    {
        private const string Step = "step";
        private const string Stream = "stream";

        public override string ConvertToString(object? value, IWriterRow row, MemberMapData memberMapData) =>
            value switch { ChoiceScope.Step => Step, ChoiceScope.Stream => Stream, _ => "" };

        public override object? ConvertFromString(string? text, IReaderRow row, MemberMapData memberMapData) =>
            text switch
            {
                Step => ChoiceScope.Step,
                Stream => ChoiceScope.Stream,
                null or "" => null,
                _ => base.ConvertFromString(text, row, memberMapData),
            };
    }

    private sealed class SourceNames : DefaultTypeConverter
    {
        private static readonly ChoiceSource[] _sources = Enum.GetValues<ChoiceSource>();

        public override string ConvertToString(object? value, IWriterRow row, MemberMapData memberMapData) =>
            ChoiceSourceText.Of(value is ChoiceSource source ? source : ChoiceSource.Nothing);

        public override object? ConvertFromString(string? text, IReaderRow row, MemberMapData memberMapData)
        {
            int place = Array.FindIndex(_sources, source => ChoiceSourceText.Of(source) == (text ?? ""));
            return place < 0 ? base.ConvertFromString(text, row, memberMapData) : _sources[place];
        }
    }
}
