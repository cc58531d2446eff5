using Clipper.Bench.Reports.Paper;

namespace Clipper.Bench.Tests.Reports.Paper;

public sealed class PaperCaveatsTests
{
    [Theory]
    [InlineData("Table 2", "c_accuracy")]
    [InlineData("Table 2", "o_f1")]
    [InlineData("Figure 3.2", "c_accuracy")]
    [InlineData("Figure 4.2", "o_f1")]
    [InlineData("Figure 5.2", "o_f1")]
    public void Number_of_a_file_that_was_probably_trained_is_doubtful_in_every_table(string table, string metric)
    {
        PublishedValue coco = Find(table, "COCO_F", "mwi_sigmoid", metric).Single();
        PublishedValue faces = Find(table, "YF", "mwi_sigmoid", metric).Single();

        Assert.Contains("probably trained", PaperCaveats.DoubtAbout(coco), StringComparison.Ordinal);
        Assert.DoesNotContain("OPEN_QUESTIONS", PaperCaveats.DoubtAbout(coco), StringComparison.Ordinal);
        Assert.Null(PaperCaveats.DoubtAbout(faces));
        Assert.Empty(PaperCaveats.NoteOf(faces));
    }

    [Fact]
    public void Number_typed_over_a_computed_one_is_doubtful_and_the_computed_one_is_not()
    {
        PublishedValue[] both = [.. Find("Table 2", "COCO_F", "mwi_train_aug_trivial10", "c_accuracy")];

        Assert.Equal([0.8816, 0.8872], both.Select(value => value.Value));
        Assert.Null(PaperCaveats.DoubtAbout(both[0]));
        Assert.StartsWith("typed over", PaperCaveats.DoubtAbout(both[1]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A-Figure 1.1", "wi_softmax_train_aug_trivial5", true)]
    [InlineData("A-Figure 1.2", "mwi_train", true)]
    [InlineData("A-Figure 1.2", "mwi_train_aug_trivial5", false)]
    public void File_whose_training_is_not_recorded_makes_both_metrics_doubtful(
        string table, string method, bool isDoubtful)
    {
        foreach (string metric in new[] { "c_accuracy", "o_f1" })
        {
            string? doubt = PaperCaveats.DoubtAbout(Find(table, "CRC", method, metric).Single());

            Assert.Equal(isDoubtful, doubt?.Contains("training state of", StringComparison.Ordinal) ?? false);
        }
    }

    [Fact]
    public void Typing_error_is_that_of_the_numbers_it_names()
    {
        PublishedValue[] doubtful =
        [
            .. PublishedValues.All.Where(value =>
                PaperCaveats.DoubtAbout(value)?.Contains("typing error", StringComparison.Ordinal) == true),
        ];

        Assert.Equal(
            ["55", "60", "65"],
            doubtful.Select(value => value.Metric.Split("@epoch")[1]).Order(StringComparer.Ordinal));
        Assert.All(doubtful, value => Assert.Equal(("LFW", 0.40), (value.Dataset, value.Value)));
    }

    [Fact]
    public void Doubts_are_those_of_the_status_and_of_notes_alone()
    {
        PublishedValue[] noted =
        [
            .. PublishedValues.All.Where(value => !value.IsDoubtful && PaperCaveats.DoubtAbout(value) is not null),
        ];

        Assert.All(
            PublishedValues.All.Where(value => value.IsDoubtful),
            value => Assert.Equal(PaperCaveats.NoteOf(value), PaperCaveats.DoubtAbout(value)));
        Assert.All(noted, value => Assert.True(value.Note.Length > 0 || value.Dataset is "COCO_F" or "CRC"));
        Assert.Contains(noted, value => value.Note.Contains("for a later run", StringComparison.Ordinal));
        Assert.Contains(noted, value => value.Note.Contains("axis says trivial", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("final", "+-0.002", 0)]
    [InlineData("plot_derived", "", 0.01)]
    [InlineData("plot_derived", "visible markers only", 0.01)]
    [InlineData("plot_derived", "+-0.005; picture labels these points 5..80", 0.005)]
    [InlineData("plot_derived", "pixel read-out, +-0.01; IA and OM markers covered", 0.01)]
    public void Reading_error_is_that_of_the_note_else_a_hundredth(string status, string note, double expected)
    {
        PublishedValue value = PublishedValues.All[0] with { Status = status, Note = note };

        Assert.Equal(expected, PaperCaveats.ReadingErrorOf(value));
    }

    private static IEnumerable<PublishedValue> Find(string table, string dataset, string method, string metric) =>
        PublishedValues.All.Where(value => value.Table == table && value.Dataset == dataset && value.Method == method
            && value.Ways is 5 or 8 && value.Shots == 5 && value.Metric == metric);
}
