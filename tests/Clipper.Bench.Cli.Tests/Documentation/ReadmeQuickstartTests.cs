using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Clipper.Testing;

namespace Clipper.Bench.Cli.Tests.Documentation;

/// <summary>The README shows what the quickstart prints; <c>./run.sh readme</c> writes both anew.</summary>
public sealed partial class ReadmeQuickstartTests
{
    /// <summary>Other BLAS kernels move the fourth digit.</summary>
    private const double Tolerance = 0.02;

    private const int LargestPicture = 200_000;
    private const string Style = "src/Clipper.Bench/Reports/Html/report.css";

    [Fact]
    public void Table_is_that_of_the_quickstart()
    {
        using var folder = new TemporaryFolder();
        string output = folder.Combine("quickstart");

        Console console = Console.Run(
            "run", RepositoryRoot.Combine("configs", "quickstart.yaml"), "--out", output, "--no-report", "--quiet");

        Assert.True(console.ExitCode == 0, console.Error);
        string[] shown = Rows(Shown().Match(Readme()).Value);
        string[] printed = Rows(console.Output);
        Assert.Equal(printed.Length, shown.Length);
        Assert.All(printed.Zip(shown), pair => AssertAlike(pair.First, pair.Second));
    }

    [Fact]
    public void Picture_of_the_report_is_there_and_small()
    {
        byte[] picture = File.ReadAllBytes(RepositoryRoot.Combine("docs", "report.png"));

        Assert.Equal([0x89, 0x50, 0x4E, 0x47], picture[..4]);
        Assert.InRange(picture.Length, 10_000, LargestPicture);
        Assert.Contains("](docs/report.png)", Readme(), StringComparison.Ordinal);
    }

    [Fact]
    public void Picture_is_that_of_the_table_and_of_the_page_as_it_looks()
    {
        string[] expected =
        [
            $"{HashOf(File.ReadAllBytes(RepositoryRoot.Combine("docs", "report.png")))}  docs/report.png",
            $"{HashOf(File.ReadAllBytes(RepositoryRoot.Combine(Style.Split('/'))))}  {Style}",
            $"{HashOf(Encoding.UTF8.GetBytes(Shown().Match(Readme()).Value + "\n"))}  the table in README.md",
        ];

        string[] stored = File.ReadAllLines(RepositoryRoot.Combine("docs", "report.sha256"));

        Assert.True(
            expected.SequenceEqual(stored),
            "docs/report.png is not a picture of the table in README.md on the page as it looks today: "
            + "'./run.sh readme' writes both anew (it needs chromium). docs/report.sha256 lacks "
            + string.Join("; ", expected.Except(stored)));
    }

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string Readme() => File.ReadAllText(RepositoryRoot.Combine("README.md"));

    private static string[] Rows(string text) =>
        [.. text.Split('\n').Where(line => line.StartsWith("shapes ", StringComparison.Ordinal))];

    private static void AssertAlike(string printed, string shown)
    {
        Assert.Equal(Words(printed), Words(shown));
        Assert.All(
            Numbers(printed).Zip(Numbers(shown)),
            pair => Assert.InRange(pair.First - pair.Second, -Tolerance, Tolerance));
    }

    private static string Words(string row) => Spaces().Replace(Decimal().Replace(row, "#"), " ");

    private static IEnumerable<double> Numbers(string row) =>
        Decimal().Matches(row).Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"(?s)<!-- quickstart:.*<!-- /quickstart -->")]
    private static partial Regex Shown();

    [GeneratedRegex(@"[0-9]+\.[0-9]+")]
    private static partial Regex Decimal();

    [GeneratedRegex(" +")]
    private static partial Regex Spaces();
}
