using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Clipper.Bench.Reports;
using Clipper.Bench.Reports.Comparisons;
using Clipper.Bench.Reports.Paper;
using Clipper.Bench.Tests.Runs;
using Clipper.Core.Errors;

namespace Clipper.Bench.Tests.Reports;

/// <summary>What <c>report</c>, <c>compare</c> and <c>paper</c> say of a folder that is not a whole run.</summary>
public sealed class DamagedResultsTests : IDisposable
{
    private const string CellName = "shapes-single.random-vit-s0.3w1s4q.wi.json";

    private static readonly string[] _oneCell =
        ["datasets={ name: shapes, variant: single }", "protocol.settings=3w1s4q", "methods=[wi]"];

    private readonly RunFixture _runs = new();

    public DamagedResultsTests() => _runs.Run("a", _oneCell);

    private string Folder => _runs.Folder("a");

    private string Mend => $"'clipper run {File("config.yaml")} --out {Folder}'";

    public void Dispose() => _runs.Dispose();

    [Theory]
    [InlineData("run.json", "is not there")]
    [InlineData("records.csv", "holds no records.csv")]
    [InlineData("reported.csv", "is not there")]
    [InlineData("config.yaml", "is not there")]
    [InlineData($"cells/{CellName}", "is not there, and reported.csv has values of it")]
    public void Missing_file_is_named_by_every_reader(string name, string problem)
    {
        System.IO.File.Delete(File(name));

        Assert.All(Refusals(), message =>
        {
            Assert.Contains(name, message, StringComparison.Ordinal);
            Assert.Contains(problem, message, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("run.json", "is not the JSON that 'clipper run' writes")]
    [InlineData("records.csv", "is empty; expected a line of columns")]
    [InlineData("reported.csv", "is empty; expected a line of columns")]
    public void Emptied_file_is_named_by_every_reader_with_the_command_that_makes_it_again(string name, string problem)
    {
        Write(name, "");

        Assert.All(Refusals(), message =>
        {
            Assert.StartsWith($"{File(name)}: {problem}", message, StringComparison.Ordinal);
            Assert.Contains(Mend, message, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("[]", "is not an object")]
    [InlineData("{}", "lacks 'run'")]
    [InlineData("{ \"run\": \"t\", \"models\": [], \"lines\": 3 }", "'lines' is 3; expected an object")]
    [InlineData("""{ "run": "t" }""", "lacks 'models'")]
    [InlineData("""{ "run": "t", "models": "x" }""", "'models' is \"x\"; expected a list")]
    [InlineData("""{ "run": "t", "models": [3] }""", "'models' has 3 in it; expected objects")]
    [InlineData("""{ "run": "t", "models": [], "notes": [{}] }""", "'notes' has {} in it; expected texts")]
    [InlineData(
        """{ "run": "t", "models": [], "datasets": [{ "samples": "x" }] }""",
        "'samples' is \"x\"; expected a whole number")]
    public void Manifest_of_another_shape_is_refused(string text, string problem)
    {
        Write("run.json", text);

        Assert.All(Refusals(), message => Assert.Contains(problem, message, StringComparison.Ordinal));
    }

    [Fact]
    public void Command_that_the_message_names_makes_the_files_again()
    {
        var before = _runs.Files("a");
        Write("records.csv", "");
        Write("run.json", "[]");
        System.IO.File.Delete(File("reported.csv"));

        var again = _runs.Run("a", _oneCell);

        Assert.Equal((0, 1), (again.Computed, again.Reused));
        Assert.Equal(before, _runs.Files("a"));
        RunReport.WriteTables(Folder);
    }

    [Fact]
    public void Emptied_config_is_refused_without_a_command_that_would_read_it()
    {
        Write("config.yaml", "");

        Assert.All(Refusals(), message =>
        {
            Assert.StartsWith($"{File("config.yaml")}: is empty; expected", message, StringComparison.Ordinal);
            Assert.Contains("Run the experiment again into this folder", message, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("records.csv")]
    [InlineData("reported.csv")]
    public void File_that_was_cut_at_the_end_of_a_line_is_refused(string name)
    {
        string[] lines = System.IO.File.ReadAllLines(File(name));

        Write(name, string.Join('\n', lines[..^1]) + "\n");

        Assert.All(Refusals(), message => Assert.StartsWith(
            $"{File(name)}: has {lines.Length - 2} values; expected the {lines.Length - 1} that the run wrote",
            message, StringComparison.Ordinal));
    }

    [Fact]
    public void Records_without_the_values_that_are_reported_were_changed()
    {
        string text = System.IO.File.ReadAllText(File("records.csv"));

        Write("records.csv", text.Replace(",accuracy,", ",top-1,", StringComparison.Ordinal));

        Assert.All(Refusals(), message => Assert.Contains(
            "lacks 1 of the values of reported.csv, the first of which is accuracy of shapes single, random-vit-s0, wi",
            message, StringComparison.Ordinal));
    }

    [Fact]
    public void Mean_that_was_changed_wherever_it_stands_but_in_the_cell_is_refused_where_cells_are_read()
    {
        string whole = _runs.Run("whole", _oneCell).Folder;
        foreach (string name in (string[])["records.csv", "reported.csv"])
        {
            string text = System.IO.File.ReadAllText(File(name));
            Write(name, Regex.Replace(text, ",accuracy,[0-9.]+,", ",accuracy,0.123,"));
        }

        Action[] readers =
        [
            () => RunReport.WriteTables(Folder),
            () => RunReport.Merge([whole, Folder], _runs.Folder("merged"), _ => { }),
            () => RunComparison.Of(whole, Folder, []),
        ];

        Assert.All(readers.Select(read => Assert.Throws<DataFileException>(read).Message), message =>
        {
            Assert.StartsWith(
                $"{File($"cells/{CellName}")}: has other values of accuracy than reported.csv, where its mean is 0.123",
                message, StringComparison.Ordinal);
            Assert.Contains(Mend, message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Cell_of_another_schema_is_refused_by_every_reader()
    {
        Reseal("\"schema\": \"3\"", "\"schema\": \"2\"");

        Assert.All(Refusals(), message =>
        {
            Assert.StartsWith(File($"cells/{CellName}"), message, StringComparison.Ordinal);
            Assert.Contains("schema 2, expected 3.", message, StringComparison.Ordinal);
            Assert.Contains($"{Mend[..^1]} --fresh'", message, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("facts")]
    [InlineData("series")]
    public void Cell_with_a_good_seal_and_another_member_is_refused_as_data(string member)
    {
        Reseal($"\"{member}\"", "\"other\"");

        string message = Assert.Throws<DataFileException>(() => RunReport.WriteTables(Folder)).Message;

        Assert.Contains($"'{member}'", message, StringComparison.Ordinal);
        Assert.Contains(Mend, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Changed_cell_says_how_to_mend_it()
    {
        System.IO.File.AppendAllText(File($"cells/{CellName}"), " ");

        string message = Assert.Throws<DataFileException>(() => RunReport.WriteTables(Folder)).Message;

        Assert.Contains("does not match its seal", message, StringComparison.Ordinal);
        Assert.Contains(Mend, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_of_several_runs_is_not_taken_for_a_run()
    {
        _runs.Run("b", [.. _oneCell, "name=other"]);
        RunReport.Merge([Folder, _runs.Folder("b")], _runs.Folder("both"), _ => { });

        Assert.All(Refusals(_runs.Folder("both")), message => Assert.EndsWith(
            "both: is a report of several runs, which has no cells of its own; give the results folders of those runs.",
            message, StringComparison.Ordinal));
    }

    [Fact]
    public void Folder_that_is_not_there_is_said_to_be_that() =>
        Assert.All(Refusals(_runs.Folder("mistyped")), message => Assert.Contains(
            "mistyped: there is no such folder; expected the results folder of 'clipper run'", message,
            StringComparison.Ordinal));

    private string File(string name) => Path.Combine(Folder, name);

    private void Write(string name, string text) => System.IO.File.WriteAllText(File(name), text);

    private IReadOnlyList<string> Refusals() => Refusals(Folder);

    private IReadOnlyList<string> Refusals(string folder)
    {
        string whole = _runs.Run("whole", _oneCell).Folder;
        Action[] readers =
        [
            () => RunReport.Write(folder, _ => { }),
            () => RunReport.Merge([whole, folder], _runs.Folder("merged"), _ => { }),
            () => RunComparison.Of(whole, folder, []),
            () => PaperReport.Read(folder),
        ];
        return [.. readers.Select(read => Assert.Throws<DataFileException>(read).Message)];
    }

    // As if another version had written it.
    private void Reseal(string old, string now)
    {
        string path = File($"cells/{CellName}");
        string text = System.IO.File.ReadAllText(path);
        string body = text[..text.LastIndexOf(",\n  \"seal\"", StringComparison.Ordinal)]
            .Replace(old, now, StringComparison.Ordinal);
        string seal = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
        System.IO.File.WriteAllText(path, $"{body},\n  \"seal\": \"{seal}\"\n}}\n");
    }
}
