using System.Globalization;
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

        Assert.Equal(Expected(file), string.Join('\n', Lines(error).Where(line => !IsExcerpt(line))));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Load_shows_the_line_of_every_problem_that_has_one_with_a_caret_below_its_column(string file)
    {
        var error = Assert.Throws<UsageException>(() => ExperimentFile.Load(Path.Combine(_corpus, file), []));

        string[] lines = Lines(error);
        string[] source = File.ReadAllText(Path.Combine(_corpus, file)).Split('\n');
        for (int i = 0; i + 2 < lines.Length && IsExcerpt(lines[i + 1]); i += 3)
        {
            string[] place = lines[i].Split(':');
            string line = source[Number(place[1]) - 1].Replace('\t', ' ');
            string shown = lines[i + 1][(lines[i + 1].IndexOf('|', StringComparison.Ordinal) + 2)..];
            int caret = lines[i + 2].IndexOf('^', StringComparison.Ordinal) - lines[i + 1].Length + shown.Length;
            Assert.StartsWith($"  {place[1]} | ", lines[i + 1], StringComparison.Ordinal);
            Assert.InRange(shown.Length, 0, 100);
            if (line.Length <= 100)
            {
                Assert.Equal(line, shown);
                Assert.Equal(Number(place[2]) - 1, caret);
            }
        }

        string[] without = ["empty.yaml", "comment-only.yaml", "null-document.yaml", "not-utf8.yaml"];
        Assert.Equal(!without.Contains(file), lines.Any(IsExcerpt));
    }

    [Fact]
    public void The_corpus_has_at_least_sixty_files() => Assert.InRange(Files.Count, 60, int.MaxValue);

    [Fact]
    public void The_corpus_has_no_expectation_without_a_file()
    {
        IEnumerable<string> expected = ExpectedLines().Select(line => line.Split(':')[0]).Distinct();

        Assert.Equal(FileNames, expected);
    }

    private static string Expected(string file) => string.Join(
        '\n', ExpectedLines().Where(line => line.StartsWith(file + ":", StringComparison.Ordinal)));

    private static string DataSets =>
        Names([.. DatasetCatalog.All.Select(info => info.Name), .. DatasetGroups.All.Select(group => group.Name)]);

    private static string[] Lines(UsageException error) =>
        error.Message.Replace(_corpus + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Split('\n');

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static bool IsExcerpt(string line) => line.StartsWith("  ", StringComparison.Ordinal);

    private static string Names(IEnumerable<string> names) => string.Join(", ", names);

    private static string[] ExpectedLines()
    {
        string text = File.ReadAllText(Path.Combine(_corpus, "expected.txt"))
            .Replace("{data sets}", DataSets, StringComparison.Ordinal)
            .Replace("{methods}", Names(MethodCatalog.All.Select(kind => kind.Name)), StringComparison.Ordinal)
            .Replace("{metrics}", Names(MetricCatalog.All.Select(metric => metric.Name)), StringComparison.Ordinal);
        return text.TrimEnd('\n').Split('\n');
    }
}
