using Clipper.Bench.Runs;
using Clipper.Bench.Tests.Reports;
using Clipper.Core.Errors;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Runs;

public sealed class ResultLinesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(",metric,", ",", ":1: the header lacks the column 'metric'; expected run,dataset,")]
    [InlineData(",mode\n", ",mode,extra\n",
        ":1: the header has the column 'extra', which 'clipper run' does not write; expected")]
    [InlineData(",mean,", ",maen,", ":1: the header lacks the column 'mean' and has the column 'maen', which")]
    [InlineData(",ci95,", ",mean,", ":1: the header lacks the column 'ci95' and has the column 'mean' twice")]
    [InlineData(",0.25,", ",a quarter,", ":2: column 'mean' has 'a quarter'; expected a number.")]
    [InlineData(",0.25,", ",,", ":2: column 'mean' has ''; expected a number.")]
    [InlineData(",0.25,", ",0.25,0.5,", ":2: has 22 fields; expected 21, one a column of the header.")]
    public void What_is_wrong_with_records_is_named(string old, string now, string message)
    {
        string path = _folder.Combine("records.csv");
        RecordsFile.Write(path, [ReportRecords.Of("wi", "map", 0.25)]);
        File.WriteAllText(path, File.ReadAllText(path).Replace(old, now, StringComparison.Ordinal));

        var error = Assert.Throws<DataFileException>(() => RecordsFile.Read(path));

        Assert.StartsWith(path + message, error.Message, StringComparison.Ordinal);
        Assert.EndsWith(
            "Run the experiment again into this folder; the cells that are whole are kept.", error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_that_a_spreadsheet_takes_for_formulas_are_written_as_they_are_and_read_back()
    {
        string[] labels = ["=SUM(A1)", "+T+A", "-1+2", "@SUM(1)", "a,\"b\"\n=c", "'quoted", " spaced "];
        string path = _folder.Combine("records.csv");

        RecordsFile.Write(path, labels.Select(label => ReportRecords.Of(label, "map", -0.25)));

        Assert.Equal(labels, RecordsFile.Read(path).Select(record => record.Method));
        Assert.All(labels, label => Assert.Contains(
            label.Replace("\"", "\"\"", StringComparison.Ordinal), File.ReadAllText(path), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(",yes,", ",maybe,", "column 'headline' has 'maybe'; expected yes or no.")]
    [InlineData(",validation:seeds,", ",a whim,", "column 'chosen_on' has 'a whim'; expected a word that")]
    [InlineData(",stream,", ",river,", "column 'chosen_for' has 'river'; expected a word that")]
    public void What_is_wrong_with_reported_values_is_named(string old, string now, string message)
    {
        string path = _folder.Combine("reported.csv");
        ReportedFile.Write(
            path,
            [
                ReportRecords.Reported(ReportRecords.Of("wi", "map", 0.25), ChoiceSource.OtherSeeds) with
                {
                    Scope = ChoiceScope.Stream,
                },
            ]);
        string text = File.ReadAllText(path);
        string changed = text.Replace(old, now, StringComparison.Ordinal);

        Assert.NotEqual(text, changed);
        File.WriteAllText(path, changed);
        var error = Assert.Throws<DataFileException>(() => ReportedFile.Read(path));

        Assert.StartsWith($"{path}:2: {message}", error.Message, StringComparison.Ordinal);
    }
}
