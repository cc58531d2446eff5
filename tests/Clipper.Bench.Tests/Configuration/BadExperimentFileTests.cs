using Clipper.Bench.Configuration;
using Clipper.Bench.Datasets;
using Clipper.Bench.Methods;
using Clipper.Core.Errors;
using Clipper.Core.Metrics;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Configuration;

/// <summary>Every file of Corpus is wrong; expected.txt holds the whole message of each, in order of name;
/// <c>{data sets}</c>, <c>{methods}</c> and <c>{metrics}</c> stand for the names of all of them.</summary>
public sealed class BadExperimentFileTests
{
    private static readonly string _corpus =
        RepositoryRoot.Combine("tests", "Clipper.Bench.Tests", "Configuration", "Corpus");

    public static TheoryData<string> Files => [.. FileNames];

    private static IEnumerable<string> FileNames =>
        from file in Directory.EnumerateFiles(_corpus, "*.yaml").Order(StringComparer.Ordinal)
        select Path.GetFileName(file);

    [Theory]
    [MemberData(nameof(Files))]
    public void Load_of_a_bad_file_says_everything_that_is_wrong(string file)
    {
        var error = Assert.Throws<UsageException>(() => ExperimentFile.Load(Path.Combine(_corpus, file), []));

        string message = error.Message.Replace(_corpus + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
        Assert.Equal(Expected(file), message);
    }

    [Fact]
    public void The_corpus_has_no_expectation_without_a_file()
    {
        IEnumerable<string> expected = ExpectedLines().Select(line => line.Split(':')[0]).Distinct();

        Assert.Equal(FileNames, expected);
    }

    private static string Expected(string file) => string.Join(
        '\n', ExpectedLines().Where(line => line.StartsWith(file + ":", StringComparison.Ordinal)));

    private static string Names(IEnumerable<string> names) => string.Join(", ", names);

    private static string[] ExpectedLines()
    {
        string text = File.ReadAllText(Path.Combine(_corpus, "expected.txt"))
            .Replace("{data sets}", Names(DatasetCatalog.All.Select(info => info.Name)), StringComparison.Ordinal)
            .Replace("{methods}", Names(MethodCatalog.All.Select(kind => kind.Name)), StringComparison.Ordinal)
            .Replace("{metrics}", Names(MetricCatalog.All.Select(metric => metric.Name)), StringComparison.Ordinal);
        return text.TrimEnd('\n').Split('\n');
    }
}
