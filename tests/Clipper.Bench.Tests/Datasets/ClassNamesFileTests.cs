using Clipper.Bench.Configuration;
using Clipper.Bench.Datasets;
using Clipper.Core.Errors;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Datasets;

public sealed class ClassNamesFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Names_stand_in_the_order_of_the_classes_and_others_are_passed_over()
    {
        string path = _folder.Write("names.csv", "class,name\nn02,\"crane, bird\"\nn01, ant \nn03,crane\n");

        Assert.Equal(["ant", "crane, bird"], ClassNamesFile.Read(path, ["n01", "n02"]));
    }

    [Theory]
    [InlineData("label,name\na,x\n", "expected the header 'class,name'")]
    [InlineData("class,name\na,\n", "class 'a' has no name")]
    [InlineData("class,name\na,x\na,y\n", "class 'a' is there twice")]
    [InlineData("class,name\na,x\n", "names 1 of the 3 classes; without a name: b, c")]
    public void File_that_cannot_be_used_says_why(string text, string problem)
    {
        string path = _folder.Write("names.csv", text);

        var error = Assert.Throws<DataFileException>(() => ClassNamesFile.Read(path, ["a", "b", "c"]));

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Experiment_names_the_file_relative_to_itself()
    {
        _folder.Write("names.csv", "class,name\n" + string.Concat(
            DatasetCatalog.Open(new("shapes", "multi")).Classes.Select(label => $"{label},one {label}\n")));
        string config = _folder.Write("t.yaml", """
            name: t
            model: "random:0"
            datasets: { name: shapes, variant: multi, class-names: names.csv }
            protocol: { ways: 5, shots: 1, queries: 2 }
            methods: wi
            """);

        Experiment experiment = ExperimentFile.Load(config, []);
        string written = _folder.Write("deep/config.yaml", ExperimentText.Write(experiment, _folder.Combine("deep")));
        using IDataset dataset = DatasetCatalog.Open(ExperimentFile.Load(written, []).Datasets[0]);

        Assert.Equal("one shape:circle", dataset.ClassNames[0]);
    }

    [Fact]
    public void Shapes_have_words_for_prompts()
    {
        using IDataset single = DatasetCatalog.Open(new("shapes", "single"));
        using IDataset multi = DatasetCatalog.Open(new("shapes", "multi"));

        Assert.All(single.ClassNames, name => Assert.Matches("^[a-z]+ [a-z]+$", name));
        Assert.All(multi.ClassNames, name => Assert.Matches("^[a-z]+$", name));
        Assert.Equal(multi.Classes.Count, multi.ClassNames.Distinct().Count());
    }
}
