using Clipper.Bench.Reports.Paper;

namespace Clipper.Bench.Tests.Reports.Paper;

public sealed class PaperSetupTests
{
    [Theory]
    [InlineData("C10", 5, 5, "15")]
    [InlineData("C10", 10, 5, "5")]
    [InlineData("UTK", 13, 1, "10")]
    [InlineData("OM", 5, 1, "19")]
    [InlineData("CRC", 8, 5, "15")]
    [InlineData("YF", 5, 5, "3")]
    [InlineData("YF", 20, 1, "1")]
    [InlineData("IM_P", 20, 5, "10")]
    [InlineData("COCO_P", 5, 5, "15")]
    [InlineData("COCO_F", 5, 5, "5")]
    [InlineData("COCO_F", 20, 1, "15")]
    public void Queries_are_those_of_the_setting_and_the_data(string dataset, int ways, int shots, string queries)
    {
        PublishedValue value = PublishedValues.All[0] with { Dataset = dataset, Ways = ways, Shots = shots };

        Assert.Equal(queries, string.Join(",", PaperSetup.QueriesOf(value)));
    }

    [Theory]
    [InlineData("C10", "mwi_continual", "Figure 7.1", "15")]
    [InlineData("COCO", "mwi_continual", "Figure 7.2", "5,15")]
    [InlineData("YF", "mwi_continual", "Figure 7.2", "3")]
    [InlineData("COCO_F", "mwi_train_aug_trivial10", "Figure 6.2", "5,15")]
    public void Queries_that_are_not_told_are_all_that_they_can_be(
        string dataset, string method, string table, string queries)
    {
        PublishedValue value = PublishedValues.All[0] with
        {
            Dataset = dataset,
            Method = method,
            Table = table,
            Ways = 5,
            Shots = 5,
        };

        Assert.Equal(queries, string.Join(",", PaperSetup.QueriesOf(value)));
    }

    [Theory]
    [InlineData("f1_csv", "Figure 2.1", 13)]
    [InlineData("c_f1", "notebook", 13)]
    [InlineData("o_f1", "Table 2", 67)]
    public void Indoor_scenes_of_the_older_runs_are_another_pool(string metric, string table, int classes)
    {
        PublishedValue value = PublishedValues.All[0] with { Dataset = "ISR", Metric = metric, Table = table };

        Assert.Equal(classes, PaperSetup.PoolOf(value)?.Classes);
        Assert.Null(PaperSetup.PoolOf(value with { Dataset = "COCO_F" }));
    }
}
