using Clipper.Core.Metrics;
using Clipper.Testing;

namespace Clipper.Core.Tests.Metrics;

public sealed class MetricCatalogTests
{
    [Theory]
    [InlineData("hamming", false, false)]
    [InlineData("jaccard", true, false)]
    [InlineData("subset_accuracy", true, false)]
    [InlineData("o_f1", true, false)]
    [InlineData("c_accuracy", true, false)]
    [InlineData("map", true, false)]
    [InlineData("map_voc11", true, false)]
    [InlineData("coverage_error", false, false)]
    [InlineData("ranking_loss", false, false)]
    [InlineData("lrap", true, false)]
    [InlineData("s_f1", true, false)]
    [InlineData("w_f1", true, false)]
    [InlineData("accuracy", true, true)]
    [InlineData("top1_accuracy", true, true)]
    [InlineData("top5_accuracy", true, true)]
    [InlineData("balanced_accuracy", true, true)]
    [InlineData("ece", false, true)]
    public void Metric_says_its_direction_and_where_it_applies(string name, bool higherIsBetter, bool singleLabelOnly)
    {
        Metric? metric = MetricCatalog.Find(name);

        Assert.Equal((higherIsBetter, singleLabelOnly), (metric?.HigherIsBetter, metric?.SingleLabelOnly));
    }

    [Theory]
    [InlineData("macro-map")]
    [InlineData("MAP")]
    [InlineData("")]
    public void Unknown_name_finds_nothing(string name) => Assert.Null(MetricCatalog.Find(name));

    [Fact]
    public void Names_are_distinct() =>
        Assert.Equal(MetricCatalog.All.Count, MetricCatalog.All.Select(m => m.Name).Distinct().Count());

    [Fact]
    public void Every_metric_has_its_line_in_the_documentation()
    {
        string document = File.ReadAllText(RepositoryRoot.Combine("docs", "metrics.md"));

        Assert.All(MetricCatalog.All, m => Assert.Contains($"| `{m.Name}` |", document, StringComparison.Ordinal));
    }
}
