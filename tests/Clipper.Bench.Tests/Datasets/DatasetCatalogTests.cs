using Clipper.Bench.Datasets;
using Clipper.Core.Errors;

namespace Clipper.Bench.Tests.Datasets;

public sealed class DatasetCatalogTests
{
    [Fact]
    public void All_names_are_sorted_and_described()
    {
        string[] names = [.. DatasetCatalog.All.Select(d => d.Name)];
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        var some = new HashSet<string> { "cifar10", "csv", "folder", "omniglot", "shapes" };
        Assert.Superset(some, new HashSet<string>(names));
        Assert.All(DatasetCatalog.All, d => Assert.NotEmpty(d.Description));
        Assert.All(DatasetCatalog.All, d => Assert.NotEmpty(d.Expected));
    }

    [Theory]
    [InlineData("omniglto", "", "Did you mean 'omniglot'?")]
    [InlineData("nothing-like-it", "", "Known: celeba, cifar10, coco, colorectal-histology, csv, ")]
    [InlineData("shapes", "mutli", "Did you mean 'multi'?")]
    public void Open_unknown_name_or_variant_names_the_known_ones(string name, string variant, string expected)
    {
        UsageException error = Assert.Throws<UsageException>(() => DatasetCatalog.Open(new(name, variant)));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_negative_limit_is_a_usage_error() =>
        Assert.Throws<UsageException>(() => DatasetCatalog.Open(new("shapes", Limit: -1)));
}
