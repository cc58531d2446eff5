using Clipper.Bench.Runs;

namespace Clipper.Bench.Tests.Runs;

public sealed class CellMistakesTests : IDisposable
{
    private readonly RunFixture _runs = new();

    public void Dispose() => _runs.Dispose();

    [Fact]
    public void Confusion_and_errors_add_up_to_the_accuracy()
    {
        RunOutcome outcome = _runs.Run(
            "a", "methods=[wi, linear-probe]", "datasets=[{ name: shapes, variant: single }]");

        string[][] confusion = Table("confusion.csv");
        string[][] errors = Table("errors.csv");
        foreach (RunRecord record in outcome.Records.Where(r => r.Metric == "accuracy"))
        {
            string setting = $"{record.Ways}w{record.Shots}s{record.Queries}q";
            string[][] own = [.. confusion.Where(line => line[3] == setting && line[4] == record.Method)];
            int all = own.Sum(line => int.Parse(line[7]));
            int right = own.Where(line => line[5] == line[6]).Sum(line => int.Parse(line[7]));
            int wrong = errors.Where(line => line[3] == setting && line[4] == record.Method)
                .Sum(line => int.Parse(line[8]));
            Assert.Equal(12 * record.Ways * record.Queries, all);
            Assert.Equal(record.Mean, (double)right / all, 12);
            Assert.Equal(all - right, wrong);
        }
    }

    [Fact]
    public void Classes_of_multi_label_data_add_up_to_the_micro_f1_of_the_reported_threshold()
    {
        RunOutcome outcome = _runs.Run(
            "a", "methods=[mwi]", "datasets=[{ name: shapes, variant: multi }]", "protocol.settings=[4w2s3q]",
            "protocol.episodes=1");

        string[][] classes = Table("classes.csv");
        int Sum(int column) => classes.Sum(line => int.Parse(line[column]));
        double f1 = 2.0 * Sum(6) / ((2 * Sum(6)) + Sum(7) + Sum(8));
        ReportedValue reported = outcome.Reported.Single(value => value.Record.Metric == "o_f1");
        Assert.Equal(reported.Record.Mean, f1, 12);
        Assert.False(File.Exists(Path.Combine(_runs.Folder("a"), "tables", "confusion.csv")));
    }

    [Fact]
    public void Most_often_wrong_comes_first_and_what_is_never_wrong_is_left_out()
    {
        _runs.Run(
            "a", "methods=[chance]", "datasets=[{ name: shapes, variant: single }]", "protocol.settings=[4w2s3q]");

        int[] wrong = [.. Table("errors.csv").Select(line => int.Parse(line[8]))];
        Assert.Equal(wrong.OrderDescending(), wrong);
        Assert.All(wrong, count => Assert.True(count > 0));
    }

    [Fact]
    public void Wrong_answer_that_was_given_most_often_is_never_the_truth_and_agrees_with_the_confusion()
    {
        _runs.Run(
            "a", "methods=[chance]", "datasets=[{ name: shapes, variant: single }]", "protocol.settings=[4w2s3q]");

        string[][] errors = Table("errors.csv");
        HashSet<(string, string)> confused = [.. Table("confusion.csv").Select(line => (line[5], line[6]))];
        Assert.NotEmpty(errors);
        Assert.All(errors, line => Assert.NotEqual(line[6], line[9]));
        Assert.All(errors, line => Assert.Contains((line[6], line[9]), confused));
    }

    [Fact]
    public void Nothing_is_counted_where_nothing_was_chosen()
    {
        _runs.Run(
            "a", "methods=[mwi]", "datasets=[{ name: shapes, variant: multi }]", "protocol.validation-episodes=0");

        Assert.False(File.Exists(Path.Combine(_runs.Folder("a"), "tables", "classes.csv")));
    }

    // Names of made-up classes have a comma, so that fields are quoted.
    private string[][] Table(string name) =>
    [
        .. File.ReadAllLines(Path.Combine(_runs.Folder("a"), "tables", name)).Skip(1)
            .Select(line => line.Replace("class,", "class", StringComparison.Ordinal).Split(',')),
    ];
}
