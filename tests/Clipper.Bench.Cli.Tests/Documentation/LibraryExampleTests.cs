using Clipper.Testing;

namespace Clipper.Bench.Cli.Tests.Documentation;

public sealed class LibraryExampleTests
{
    [Fact]
    public void Code_of_the_page_is_the_code_that_compiles()
    {
        string page = File.ReadAllText(RepositoryRoot.Combine("docs", "library.md"));
        string source = File.ReadAllText(RepositoryRoot.Combine(
            "tests", "Clipper.Bench.Cli.Tests", "Documentation", $"{nameof(LibraryExample)}.cs"));
        string shown = page.Split("```csharp\n")[1].Split("```")[0];

        string[] lines = [.. shown.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];

        Assert.InRange(lines.Length, 5, 10);
        Assert.All(lines, line => Assert.Contains(line, source, StringComparison.Ordinal));
    }
}
