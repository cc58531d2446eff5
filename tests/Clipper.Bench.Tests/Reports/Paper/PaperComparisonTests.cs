using Clipper.Bench.Reports.Paper;
using Clipper.Bench.Runs;

namespace Clipper.Bench.Tests.Reports.Paper;

public sealed class PaperComparisonTests
{
    private static readonly PaperRun _run = new()
    {
        Methods = new Dictionary<string, string>
        {
            ["wi"] = "wi_softmax",
            ["MWI"] = "mwi_sigmoid",
            ["trained"] = "mwi_train",
            ["copied"] = "mwi_train_aug_trivial10",
            ["control"] = "mwi_train_match10",
            ["zero-shot"] = "clip_zero_shot",
            ["softmax"] = "wi_softmax_train_aug_trivial10",
        },
        IsPapersModel = model => model == "ViT-B/32",
    };

    [Theory]
    [InlineData(0.702, PaperVerdict.InsideInterval)]
    [InlineData(0.696, PaperVerdict.InsideInterval)]
    [InlineData(0.694, PaperVerdict.WithinOnePoint)]
    [InlineData(0.71, PaperVerdict.WithinOnePoint)]
    [InlineData(0.6899, PaperVerdict.Off)]
    public void Verdict_says_how_far_the_numbers_are_apart(double ours, PaperVerdict expected)
    {
        PaperRow row = Assert.Single(Compare(Published("mwi_sigmoid", 0.70), Ours(ours) with { Ci95 = 0.005 }));

        Assert.Equal(expected, row.Verdict);
        Assert.Equal(ours - 0.70, row.Difference, 1e-12);
    }

    [Fact]
    public void Ours_is_the_best_over_thresholds_and_epochs_as_the_papers_is()
    {
        RunRecord trained = Ours(0.5) with { Method = "copied", Threshold = 0.5, Epochs = 0 };

        PaperRow row = Assert.Single(Compare(
            Published("mwi_train_aug_trivial10", 0.87),
            trained,
            trained with { Epochs = 5, Threshold = 0.6, Mean = 0.88 },
            trained with { Method = "control", Mean = 0.99 }));

        Assert.Equal(0.88, row.Ours);
    }

    [Fact]
    public void Metric_of_an_epoch_or_step_is_compared_with_that_epoch_or_step()
    {
        RunRecord trained = Ours(0.5) with { Method = "trained", Threshold = 0.55, Epochs = 20 };

        PaperRow threshold = Assert.Single(Compare(
            Published("mwi_train", 0.56) with { Metric = "best_threshold_o_f1@epoch20" },
            trained, trained with { Threshold = 0.6, Mean = 0.4 }, trained with { Epochs = 40, Threshold = 0.7 }));
        PaperRow step = Assert.Single(Compare(
            Published("mwi_continual", 0.9) with { Metric = "o_f1@step2" },
            Ours(0.95) with { Step = 1 }, Ours(0.91) with { Step = 2 }));

        Assert.Equal(0.55, threshold.Ours);
        Assert.Null(threshold.Ci95);
        Assert.Equal(0.91, step.Ours);
    }

    [Fact]
    public void Other_backbone_and_doubtful_number_get_no_verdict()
    {
        PaperRow other = Assert.Single(Compare(Published("mwi_sigmoid", 0.7), Ours(0.7) with { Model = "vit-tiny" }));
        PaperRow doubtful = Assert.Single(Compare(
            Published("mwi_sigmoid", 0.7) with { Status = "stale_suspect", Note = "a copy" }, Ours(0.7)));

        Assert.Equal(PaperVerdict.NotComparable, other.Verdict);
        Assert.Equal("another backbone: vit-tiny", other.Remark);
        Assert.Equal(PaperVerdict.NotComparable, doubtful.Verdict);
        Assert.Equal("doubtful in the source: a copy", doubtful.Remark);
    }

    [Theory]
    [InlineData("stale_suspect", "o_f1", "a copy", "doubtful in the source: a copy")]
    [InlineData("older_snapshot", "o_f1", "", "superseded in the source by a later output")]
    [InlineData("plot_derived", "o_f1", "", "the paper's is read from a plot, ± 0.01")]
    [InlineData("final", "f1_csv", "", "the source does not say how this F1 is averaged")]
    public void Other_backbone_hides_nothing_that_speaks_against_the_number_itself(
        string status, string metric, string note, string own)
    {
        PublishedValue published = Published("mwi_sigmoid", 0.7) with { Status = status, Metric = metric, Note = note };

        PaperRow row = Assert.Single(Compare(published, Ours(0.7) with { Model = "vit-tiny" }));

        Assert.Equal(["another backbone: vit-tiny", own], row.Remarks);
    }

    [Fact]
    public void Note_of_a_final_number_stands_in_the_remark_and_leaves_the_verdict()
    {
        PaperRow row = Assert.Single(Compare(
            Published("mwi_sigmoid", 0.7) with { Note = "rounded to 2 digits before storing" }, Ours(0.7)));

        Assert.Equal(PaperVerdict.InsideInterval, row.Verdict);
        Assert.Equal("rounded to 2 digits before storing", row.Remark);
    }

    [Fact]
    public void Note_that_puts_the_value_in_doubt_takes_the_verdict_of_a_final_number()
    {
        PaperRow row = Assert.Single(Compare(
            Published("mwi_sigmoid", 0.7) with { Note = "typed over the computed values" }, Ours(0.7)));

        Assert.Equal(PaperVerdict.NotComparable, row.Verdict);
        Assert.Equal("doubtful in the source: typed over the computed values", row.Remark);
    }

    [Fact]
    public void Two_numbers_of_one_quantity_in_a_table_are_told_apart_by_their_source()
    {
        PublishedValue computed = Published("mwi_sigmoid", 0.7) with { Source = "cell 120" };
        PublishedValue elsewhere = computed with { Table = "Figure 3.2", Source = "cell 224" };

        IReadOnlyList<PaperRow> rows = new PaperComparison(_run).Compare(
            [computed, computed with { Source = "cell 124" }, elsewhere], [Ours(0.7)]);

        Assert.Equal(["source: cell 120", "source: cell 124", ""], rows.Select(row => row.Remark));
    }

    [Fact]
    public void Stream_that_masks_classes_not_learnt_yet_is_not_comparable_before_its_last_step()
    {
        PublishedValue published = Published("mwi_continual", 0.9);
        PaperRun masked = _run with { Masked = new HashSet<string> { "MWI" } };
        RunRecord[] ours = [Ours(0.9) with { Step = 2 }, Ours(0.9) with { Step = 5 }];

        IReadOnlyList<PaperRow> Rows(PaperRun run) => new PaperComparison(run).Compare(
            [published with { Metric = "o_f1@step2" }, published with { Metric = "o_f1@step5" }], ours);

        Assert.All(Rows(_run), row => Assert.Equal(PaperVerdict.InsideInterval, row.Verdict));
        Assert.Equal(
            [PaperVerdict.NotComparable, PaperVerdict.InsideInterval], Rows(masked).Select(row => row.Verdict));
        Assert.Equal(
            "classes not learnt yet are masked, the paper folds them into \"none\"", Rows(masked)[0].Remark);
    }

    [Fact]
    public void Trained_softmax_head_of_the_appendix_is_compared()
    {
        PaperRow row = Assert.Single(Compare(
            Published("wi_softmax_train_aug_trivial10", 0.7),
            Ours(0.7) with { Method = "softmax", Epochs = 5, Threshold = null }));

        Assert.Equal(PaperVerdict.InsideInterval, row.Verdict);
    }

    [Fact]
    public void Another_number_of_queries_is_another_quantity()
    {
        PaperRow row = Assert.Single(Compare(
            Published("mwi_sigmoid", 0.7) with { Ways = 10, Shots = 5 },
            Ours(0.7) with { Ways = 10, Shots = 5, Queries = 1 }));

        Assert.Equal(PaperVerdict.NotComparable, row.Verdict);
        Assert.Equal("1 query a class, the paper 5", row.Remark);
    }

    [Theory]
    [InlineData(10000, 10, PaperVerdict.InsideInterval, "")]
    [InlineData(9990, 10, PaperVerdict.InsideInterval, "")]
    [InlineData(1000, 10, PaperVerdict.NotComparable, "other data: 1000 images of 10 classes, the paper 10000 of 10")]
    [InlineData(10000, 9, PaperVerdict.NotComparable, "other data: 10000 images of 9 classes, the paper 10000 of 10")]
    public void Data_of_another_size_are_other_data(int images, int classes, PaperVerdict expected, string remark)
    {
        RunRecord ours = Ours(0.7);
        PaperRun run = _run with
        {
            Sizes = new Dictionary<(string Name, string Variant), DatasetSize>
            {
                [(ours.Dataset, ours.Variant)] = new(images, classes),
            },
        };

        PaperRow row = Assert.Single(new PaperComparison(run).Compare([Published("mwi_sigmoid", 0.7)], [ours]));

        Assert.Equal((expected, remark), (row.Verdict, row.Remark));
    }

    [Theory]
    [InlineData("f1_csv", "o_f1", "final", "the source does not say how this F1 is averaged")]
    [InlineData("f1_mislabelled", "accuracy", "final", "called F1 in the source, but repeats accuracy")]
    [InlineData("o_f1", "o_f1", "older_snapshot", "superseded in the source by a later output")]
    public void Number_that_is_not_what_ours_is_stands_beside_it_without_a_verdict(
        string metric, string ours, string status, string reason)
    {
        PaperRow row = Assert.Single(Compare(
            Published("mwi_sigmoid", 0.7) with { Metric = metric, Status = status }, Ours(0.7) with { Metric = ours }));

        Assert.Equal((PaperVerdict.NotComparable, reason), (row.Verdict, row.Remark));
    }

    [Fact]
    public void Accuracy_of_the_authors_csv_is_compared_with_accuracy()
    {
        PaperRow row = Assert.Single(Compare(
            Published("wi_softmax", 0.7) with { Metric = "accuracy_csv" },
            Ours(0.7) with { Method = "wi", Metric = "accuracy" }));

        Assert.Equal(PaperVerdict.InsideInterval, row.Verdict);
    }

    [Theory]
    [InlineData(0.719, PaperVerdict.WithinOnePoint)]
    [InlineData(0.721, PaperVerdict.Off)]
    public void Number_read_from_a_plot_has_room_for_the_reading(double ours, PaperVerdict expected)
    {
        PaperRow row = Assert.Single(Compare(
            Published("mwi_sigmoid", 0.7) with { Status = "plot_derived" }, Ours(ours) with { Ci95 = 0.001 }));

        Assert.Equal((expected, "the paper's is read from a plot, ± 0.01"), (row.Verdict, row.Remark));
    }

    [Fact]
    public void Other_data_setting_method_and_metric_are_not_compared()
    {
        PublishedValue published = Published("mwi_sigmoid", 0.7);
        RunRecord ours = Ours(0.7);

        Assert.Empty(Compare(published, ours with { Dataset = "omniglot" }));
        Assert.Empty(Compare(published, ours with { Shots = 1 }));
        Assert.Empty(Compare(published, ours with { Method = "wi" }));
        Assert.Empty(Compare(published, ours with { Metric = "map" }));
        Assert.Empty(Compare(published, ours with { Method = "trained", Epochs = 5 }));
        Assert.Empty(Compare(published with { Method = "mwi_train" }, ours with { Method = "control", Epochs = 5 }));
        Assert.Empty(Compare(published, ours with { Step = 1 }));
        Assert.Empty(Compare(published with { Method = "sota" }, ours));
        Assert.Empty(Compare(published with { Method = "wi_softmax_resnet50" }, ours with { Method = "wi" }));
    }

    [Fact]
    public void Published_numbers_are_whole()
    {
        IReadOnlyList<PublishedValue> all = PublishedValues.All;

        Assert.Equal(1496, all.Count);
        Assert.All(all.Where(value => value.Unit == "fraction"), value => Assert.InRange(value.Value, 0, 1));
        PublishedValue omniglot = all.Single(value => value is
        {
            Table: "Table 2", Dataset: "OM", Method: "mwi_train_aug_trivial10", Metric: "c_accuracy",
        });
        Assert.Equal(0.978, omniglot.Value);
        Assert.Equal((5, 5), (omniglot.Ways, omniglot.Shots));
    }

    private static IReadOnlyList<PaperRow> Compare(PublishedValue published, params RunRecord[] ours) =>
        new PaperComparison(_run).Compare([published], ours);

    private static PublishedValue Published(string method, double value) => new()
    {
        Table = "Table 2",
        Dataset = "C10",
        Method = method,
        Ways = 5,
        Shots = 5,
        Metric = "o_f1",
        Value = value,
        Unit = "fraction",
        Source = "a cell",
        Status = "final",
    };

    private static RunRecord Ours(double mean) =>
        ReportRecords.Of("MWI", "o_f1", mean) with
        {
            Dataset = "cifar10",
            Model = "ViT-B/32",
            Mode = "paper",
            Shots = 5,
        };
}
