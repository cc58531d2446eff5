using Clipper.Bench.Embeddings;
using Clipper.Bench.Runs;
using Clipper.Bench.Runs.Planning;
using Clipper.Core.Errors;

namespace Clipper.Bench.Tests.Runs;

/// <summary>PROTOCOL Q6: support and queries from two tables.</summary>
public sealed class TwoPathsTests : IDisposable
{
    private const string Support = "tf224";
    private const string Query = "tf224-cv112";
    private const string Two = "protocol.quirks.pixels=two-paths";

    // One episode to report and one to choose on, of other classes: no sample is support here and a query there.
    private static readonly string[] _one =
    [
        "datasets={ name: shapes, variant: single }", "protocol.settings=3w2s4q", "protocol.episodes=1",
        "protocol.validation-episodes=1",
    ];

    private readonly RunFixture _runs = new() { Inputs = new FakeInputs { ClassCount = 40 } };

    public void Dispose() => _runs.Dispose();

    public static TheoryData<string, string> Methods
    {
        get
        {
            var data = new TheoryData<string, string>();
            string[] methods =
            [
                "wi", "mwi", "{ mwi: { train: { epochs: [1, 2] }, augment: { kind: nontrivial, copies: 2 } } }",
                "{ wi: { train: { epochs: 2 }, augment: { kind: trivial, copies: 3 } } }", "linear-probe",
                "{ linear-probe: { solver: adam } }", "ridge", "ncm", "{ knn: { k: [1, 3] } }", "zero-shot",
                "tip-adapter", "chance", "constant",
            ];
            foreach (string method in methods)
            {
                data.Add("few-shot", method);
                data.Add("continual", method);
            }

            return data;
        }
    }

    // Each table is a number only where it may be read: NaN in a wrong row would be an error or another value.
    [Theory]
    [MemberData(nameof(Methods))]
    public void Rows_of_support_and_of_queries_are_read_from_tables_of_their_own(string kind, string method)
    {
        string[] settings = [.. _one, $"protocol.kind={kind}", $"methods=[{method}]"];
        _runs.Run("one", settings);
        (HashSet<string> support, HashSet<string> query) = Roles(_runs.Folder("one"));
        Assert.Empty(support.Intersect(query));
        var copied = new List<string>();
        using var apart = new RunFixture
        {
            Inputs = new FakeInputs
            {
                ClassCount = 40,
                OnEmbedded = (subject, rows) =>
                    SpoilAllBut(subject, rows, subject.Detour == Support ? support : query),
                OnCopies = subject => copied.Add(subject.Detour),
            },
        };

        RunOutcome outcome = apart.Run("two", [.. settings, Two]);

        Assert.Equal(0, outcome.Failed);
        Assert.Equal(Values(_runs.Folder("one")), Values(apart.Folder("two")));
        Assert.All(copied, detour => Assert.Equal(Support, detour));
        Assert.Equal(method.Contains("nontrivial", StringComparison.Ordinal), copied.Count > 0);
    }

    [Fact]
    public void Draws_are_those_of_one_path()
    {
        _runs.Run("one");
        _runs.Run("two", Two);

        string[] files = [.. _runs.Files("one").Keys.Where(file => file.StartsWith("draws", StringComparison.Ordinal))];
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Equal(_runs.Files("one")[file], _runs.Files("two")[file]));
    }

    [Theory]
    [InlineData("single", "one-path", new[] { "none" })]
    [InlineData("single", "two-paths", new[] { Query, Support })]
    [InlineData("multi", "two-paths", new[] { "none" })]
    public void Each_table_is_embedded_once(string variant, string pixels, string[] expected)
    {
        var embedded = new List<string>();
        using var runs = new RunFixture { Inputs = new FakeInputs { OnEmbed = each => embedded.Add(each.Detour) } };

        runs.Run("a", $"datasets={{ name: shapes, variant: {variant} }}", $"protocol.quirks.pixels={pixels}");

        Assert.Equal(expected, embedded);
    }

    [Fact]
    public void Paper_mode_has_two_paths_and_its_cells_say_so()
    {
        using RunPlan paper = Plan([.. _one, "protocol.mode=paper"]);
        using RunPlan corrected = Plan(_one);

        Assert.All(paper.Cells, cell => Assert.Equal((Query, Support), (cell.Subject.Detour, cell.Support.Detour)));
        Assert.All(paper.Cells, cell => Assert.Contains(
            cell.Facts.Values, fact => fact is { Key: "support.preprocess", Value: $"made up, {Support}" }));
        Assert.All(corrected.Cells, cell => Assert.Equal(cell.Subject, cell.Support));
        Assert.All(corrected.Cells, cell => Assert.DoesNotContain(
            cell.Facts.Values, fact => fact.Key.StartsWith("support", StringComparison.Ordinal)));
    }

    [Fact]
    public void Plan_and_manifest_list_both_tables()
    {
        var planner = new ExperimentPlanner(
            new RunOptions(_runs.Folder("a")), _ => _runs.Inputs, TimeProvider.System);

        PlanReport plan = planner.Plan(_runs.Experiment([.. _one, Two]), _ => { }, false, CancellationToken.None);
        _runs.Run("a", [.. _one, Two]);

        Assert.Equal([Query, Support], plan.Embeddings.Select(each => each.Detour));
        Assert.All(plan.Embeddings, each => Assert.Equal(EmbeddingState.ToDo, each.State));
        string manifest = File.ReadAllText(Path.Combine(_runs.Folder("a"), "run.json"));
        Assert.Contains($"\"detour\": \"{Support}\"", manifest, StringComparison.Ordinal);
        Assert.Contains($"\"detour\": \"{Query}\"", manifest, StringComparison.Ordinal);
    }

    [Fact]
    public void Sample_that_one_table_lacks_takes_part_in_no_episode()
    {
        using var query = new FakeTable(3, 1);
        using var support = new FakeTable(4);
        using var tables = new EpisodeTables(query, support, 9);

        Assert.Equal([1, 3, 4], tables.Skipped.Order());
    }

    [Fact]
    public void Order_of_the_models_own_preprocessing_is_none_of_the_two_paths()
    {
        var error = Assert.Throws<UsageException>(
            () => _runs.Experiment([.. _one, Two, "preprocess.order=openai"]));

        Assert.Contains("two paths begin with RGB", error.Message, StringComparison.Ordinal);
        Assert.NotNull(_runs.Experiment([.. _one, Two, "preprocess.order=hf"]));
    }

    private RunPlan Plan(string[] overrides) =>
        RunPlan.Make(_runs.Experiment(overrides), _runs.Inputs, _ => { });

    private static void SpoilAllBut(Subject subject, FakeEmbeddings rows, HashSet<string> kept)
    {
        for (int i = 0; i < subject.Dataset.Samples.Count; i++)
        {
            if (!kept.Contains(subject.Dataset.Samples[i].Id))
            {
                rows.Spoil(i);
            }
        }
    }

    private static (HashSet<string> Support, HashSet<string> Query) Roles(string folder)
    {
        string[][] rows =
        [
            .. Directory.EnumerateFiles(Path.Combine(folder, "draws"))
                .SelectMany(file => File.ReadAllLines(file).Skip(1))
                .Select(line => line.Replace("\"class,", "\"class", StringComparison.Ordinal).Split(',')),
        ];
        return (Of("support"), Of("query"));

        HashSet<string> Of(string role) => [.. rows.Where(row => row[1] == role).Select(row => row[3])];
    }

    private static string Values(string folder) => string.Join('\n', Directory
        .EnumerateFiles(Path.Combine(folder, "cells"), "*.json").Order(StringComparer.Ordinal)
        .SelectMany(file => CellFile.Read(file).Result.Series)
        .Select(series => $"{series.Metric} {series.Condition} {series.Threshold} {series.Step}: "
            + string.Join(' ', series.Values)));

    private sealed class FakeTable(params int[] skipped) : IEmbeddings
    {
        public int Dimension => 2;

        public string Key => "";

        public bool FromCache => false;

        public IReadOnlyDictionary<int, string> Skipped { get; } = skipped.ToDictionary(each => each, _ => "cut");

        public ReadOnlySpan<float> Row(int index) => new float[2];

        public void Dispose()
        {
        }
    }
}
