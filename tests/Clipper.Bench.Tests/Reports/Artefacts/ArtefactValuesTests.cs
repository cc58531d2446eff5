using Clipper.Bench.Configuration;
using Clipper.Bench.Datasets;
using Clipper.Bench.Reports;
using Clipper.Bench.Reports.Artefacts;
using Clipper.Bench.Runs;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Reports.Artefacts;

public sealed class ArtefactValuesTests
{
    private static readonly Experiment _experiment =
        ExperimentFile.Load(RepositoryRoot.Combine("configs", "paper", "table-2.yaml"), []);

    private static readonly ArtefactColumn _patches =
        ArtefactColumn.Of(new DatasetRequest("coco", "patch", Split: "val2017"), false);

    [Theory]
    [InlineData("CLIP Lin (Acc)", "top1_accuracy")]
    [InlineData("MWI (Acc)", "c_accuracy")]
    [InlineData("+T+A (Class Acc)", "c_accuracy")]
    [InlineData("+T+A (Top-1/mAP)", "top1_accuracy")]
    public void Patches_of_one_label_have_top1_where_the_paper_has_nothing_and_class_accuracy_where_it_has_that(
        string row, string metric)
    {
        string[] metrics = ["map", "top1_accuracy", "c_accuracy", "o_f1"];
        var values = new ArtefactValues(
            Results(
                from method in new[] { "CLIP linear probe", "mwi", "MWI+T+A (trivial 10)" }
                from name in metrics
                select ReportRecords.Of(method, name, 0.5)),
            _experiment);

        Assert.Equal(metric, values.Of(_patches, Query(row), "m").Source?.Record.Metric);
    }

    [Fact]
    public void Data_set_that_is_not_there_is_named_as_commands_know_it()
    {
        RunResults results = Results([]) with { Gaps = [new DataGap("coco", "patch", null, "", "not here")] };

        ArtefactValue value = new ArtefactValues(results, _experiment).Of(_patches, Query("MWI (F1)"), "m");

        Assert.Equal(("COCO_P (coco)", "not here"), (value.Absent, value.Gap));
    }

    private static ArtefactQuery Query(string row)
    {
        Artefact table = ArtefactCatalog.Find("table-2") ?? throw new InvalidOperationException("no Table 2");
        return table.Common.With(table.Rows.Single(line => line.Label == row).Query);
    }

    private static RunResults Results(IEnumerable<RunRecord> records)
    {
        RunRecord[] own =
            [.. records.Select(record => record with { Dataset = "coco", Variant = "patch-val2017", Shots = 5 })];
        return new RunResults
        {
            Name = "t",
            Records = own,
            Reported = [.. own.Select(record => ReportRecords.Reported(record))],
            Notes = [],
            Failures = [],
            Gaps = [],
            Conditions = [],
            MultiLabel = [],
            PapersModels = [],
            Provenance = [],
            Configuration = "",
        };
    }
}
