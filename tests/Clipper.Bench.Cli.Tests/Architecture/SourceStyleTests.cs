using System.Text.RegularExpressions;
using Clipper.Testing;

namespace Clipper.Bench.Cli.Tests.Architecture;

/// <summary>The limits that docs/architecture.md states; each test lists every place that breaks one.</summary>
public sealed class SourceStyleTests
{
    private const int LongestFile = 400;
    private const int LongestLine = 120;

    private static readonly IReadOnlyList<string> All = SourceFiles.Below("src", "tests");

    [Fact]
    public void Files_are_found() => Assert.True(All.Count > 50, $"only {All.Count} files");

    [Fact]
    public void File_has_at_most_400_lines() =>
        AssertNone(All.Where(file => SourceFiles.Lines(file).Length > LongestFile));

    [Fact]
    public void Line_has_at_most_120_columns() =>
        AssertNone(Places(All, line => line.Length > LongestLine));

    [Fact]
    public void Line_has_no_note_to_self_and_no_region() =>
        AssertNone(Places(All, line => Regex.IsMatch(line, @"\b(TO[D]O|FIX[M]E|HA[C]K)\b|^\s*#(end)?region")));

    [Fact]
    public void Pragma_says_why() =>
        AssertNone(Places(All, line => Regex.IsMatch(line, @"^\s*#pragma warning disable [\w, ]+$")));

    [Fact]
    public void Application_has_no_conditional_compilation() =>
        AssertNone(Places(SourceFiles.Application, line => Regex.IsMatch(line, @"^\s*#(if|elif)\b")));

    [Fact]
    public void Application_names_no_stand_in() =>
        AssertNone(Places(SourceFiles.Application, line => line.Contains("StandIns", StringComparison.Ordinal)));

    [Fact]
    public void Projects_refer_to_stand_ins_only_for_the_local_providers()
    {
        IEnumerable<string> projects = Directory.EnumerateFiles(
            RepositoryRoot.Combine("src"), "*.csproj", SearchOption.AllDirectories);

        foreach (string project in projects)
        {
            const string whenLocal = """<ItemGroup Condition="'\$\(Providers\)' == 'local'">.*?</ItemGroup>""";
            string unconditional = Regex.Replace(File.ReadAllText(project), whenLocal, "", RegexOptions.Singleline);
            Assert.DoesNotContain("StandIns/", unconditional, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Namespace_is_file_scoped_and_follows_the_folder()
    {
        AssertNone(SourceFiles.Application
            .Where(file => Path.GetFileName(file) is not ("Program.cs" or "AssemblyInfo.cs" or "GlobalUsings.cs"))
            .Where(file => !SourceFiles.Lines(file).Contains($"namespace {NamespaceOf(file)};")));
    }

    [Fact]
    public void Public_type_is_alone_in_the_file_named_after_it()
    {
        var declaration = new Regex(
            @"^public (?:(?:sealed|static|abstract|partial|readonly|unsafe|ref) )*"
            + @"(?:class|record struct|record|struct|interface|enum) (\w+)");

        AssertNone(
            from file in SourceFiles.Application
            let types = SourceFiles.Lines(file).Select(line => declaration.Match(line).Groups[1].Value)
                .Where(type => type.Length > 0).Distinct().ToArray()
            where types.Length > 1 || (types is [var only] && Path.GetFileName(file).Split('.')[0] != only)
            select $"{file}: {string.Join(", ", types)}");
    }

    [Fact]
    public void Network_is_used_in_one_folder_alone() =>
        AssertNone(Places(
            SourceFiles.Application.Where(
                file => !file.StartsWith("src/Clipper.Bench/Downloads/", StringComparison.Ordinal)),
            line => Regex.IsMatch(
                line, @"^(?!\s*//).*\b(System\.Net\.\w|HttpClient|Socket|TcpClient|WebRequest|Dns)\b")));

    [Fact]
    public void Folder_is_a_noun_of_the_field() =>
        AssertNone(All.Where(file => Regex.IsMatch(file, "/(Utils|Helpers|Common|Manager)/")));

    private static void AssertNone(IEnumerable<string> places)
    {
        string found = string.Join('\n', places);
        Assert.True(found.Length == 0, found);
    }

    private static IEnumerable<string> Places(IEnumerable<string> files, Func<string, bool> isWrong) =>
        files.SelectMany(file => SourceFiles.Lines(file).Index()
            .Where(line => isWrong(line.Item)).Select(line => $"{file}:{line.Index + 1}: {line.Item.Trim()}"));

    private static string NamespaceOf(string file) =>
        string.Join('.', file.Split('/')[1..^1]);
}
