using Clipper.Bench.Configuration;
using Clipper.Bench.Embeddings;
using Clipper.Bench.Methods;
using Clipper.Bench.Methods.Heads;
using Clipper.Core.Episodes;
using Clipper.Core.Errors;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Configuration;

public sealed class ExperimentFileTests : IDisposable
{
    private const string Smallest = """
        name: t
        model: "random:0"
        datasets: shapes
        protocol: { ways: 5, shots: 1, queries: 15 }
        methods: [wi, mwi]
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_of_the_smallest_file_fills_in_the_defaults()
    {
        Experiment experiment = Load(Smallest);

        Assert.Equal(0, experiment.Seed);
        Assert.Equal(100, experiment.Protocol.Episodes);
        Assert.Equal(ProtocolMode.Corrected, experiment.Protocol.Mode);
        Assert.Equal([new EpisodePlan(5, 1, 15)], experiment.Protocol.Settings);
        Assert.Equal(["accuracy", "map", "hamming", "o_f1", "c_f1"], experiment.Metrics.Select(metric => metric.Name));
        Assert.Equal(BadImagePolicy.Fail, experiment.OnBadImage);
        Assert.Equal(["wi", "mwi"], experiment.Methods.Select(method => method.Kind));
        Assert.Empty(ThresholdsOf(experiment.Methods[0]));
        Assert.Equal(45, ThresholdsOf(experiment.Methods[1]).Count);
        Assert.Equal([new ModelChoice("random:0", IsPath: false)], experiment.Models);
        Assert.Equal("single", Assert.Single(experiment.Datasets).Variant);
    }

    [Fact]
    public void Load_reads_ways_shots_and_queries_as_a_cross_product()
    {
        Experiment experiment = Load(Smallest, "protocol.ways=[5, 20]", "protocol.shots=[1, 5]");

        IEnumerable<string> settings = experiment.Protocol.Settings.Select(SettingText.Of);
        Assert.Equal(["5w1s15q", "5w5s15q", "20w1s15q", "20w5s15q"], settings);
    }

    [Fact]
    public void Load_takes_paths_relative_to_the_file_and_overrides_relative_to_the_current_folder()
    {
        string yaml = Smallest.Replace("\"random:0\"", "[../m, \"random:1\"]", StringComparison.Ordinal);

        Experiment fromFile = Load(yaml);
        Experiment overridden = Load(yaml, "model=m");

        Assert.Equal(Path.GetFullPath(_folder.Combine("..", "m")), fromFile.Models[0].Name);
        Assert.Equal([new ModelChoice(Path.GetFullPath("m"), IsPath: true)], overridden.Models);
    }

    [Theory]
    [InlineData("no")]
    [InlineData("012")]
    [InlineData("1e3")]
    [InlineData("1_000")]
    [InlineData("true")]
    public void Load_takes_words_that_look_like_numbers_or_truth_values_as_text_where_text_is_expected(string word)
    {
        Assert.Equal(word, Load(Smallest, $"name={word}").Name);
    }

    [Fact]
    public void Load_reads_thresholds_as_a_grid_without_drift()
    {
        Experiment experiment = Load(Smallest, "methods.mwi.thresholds={ from: 0.3, to: 0.6, step: 0.1 }");

        Assert.Equal([0.3, 0.4, 0.5, 0.6], ThresholdsOf(experiment.Methods[1]));
    }

    [Fact]
    public void Load_resolves_anchors()
    {
        Experiment experiment = Load(Smallest.Replace(
            "[wi, mwi]", "[{ mwi: { label: a, thresholds: &t [0.4, 0.5] } }, { mwi: { label: b, thresholds: *t } }]",
            StringComparison.Ordinal));

        Assert.Equal([0.4, 0.5], ThresholdsOf(experiment.Methods[1]));
    }

    [Fact]
    public void Load_skips_a_byte_order_mark_and_reads_carriage_returns()
    {
        string path = _folder.Write("bom.yaml", "");
        byte[] text = System.Text.Encoding.UTF8.GetBytes(Smallest.ReplaceLineEndings("\r\n"));
        File.WriteAllBytes(path, [0xEF, 0xBB, 0xBF, .. text]);

        Assert.Equal("t", ExperimentFile.Load(path, []).Name);
    }

    [Fact]
    public void Load_of_a_missing_file_names_it()
    {
        var error = Assert.Throws<UsageException>(() => ExperimentFile.Load(_folder.Combine("none.yaml"), []));

        Assert.StartsWith(_folder.Combine("none.yaml") + ": cannot be read", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("datasets.shapes.limit=7")]
    [InlineData("datasets.0.limit=7")]
    [InlineData("datasets={ name: shapes, limit: 7 }")]
    public void Overrides_reach_an_item_by_name_or_number(string pair)
    {
        Assert.Equal(7, Assert.Single(Load(Smallest, pair).Datasets).Limit);
    }

    [Theory]
    [InlineData("sead=1", "--set sead: unknown key 'sead'; allowed: name, seed, model, vocabulary, dtype, preprocess, "
        + "datasets, protocol, methods, metrics, images, artefacts, report, missing-data, sweep, include; did you mean "
        + "'seed'?")]
    [InlineData("seed=012", "--set seed: '012' is not a whole number (YAML 1.1 reads the leading 0 as octal); "
        + "allowed: whole numbers from 0 to 2000000000; write 12")]
    [InlineData("seed", "--set seed: not an override; allowed: path=value such as protocol.shots=5")]
    [InlineData("protocol..ways=5",
        "--set protocol..ways: not an override; allowed: path=value such as protocol.shots=5")]
    [InlineData("methods.mvi.label=x",
        "--set methods.mvi.label: 'methods' has no item 'mvi'; allowed: 0 to 1, wi, mwi; did you mean 'mwi'?")]
    [InlineData("name.first=x", "--set name.first: 'name' is 't' and has no 'first'")]
    [InlineData("seed=[1",
        "--set seed: not valid YAML: While parsing a flow sequence, did not find expected ',' or ']'")]
    public void Overrides_are_checked_like_the_file(string pair, string expected)
    {
        var error = Assert.Throws<UsageException>(() => Load(Smallest, pair));

        Assert.Equal(expected, error.Message.Split('\n')[0]);
    }

    [Fact]
    public void Overrides_of_the_same_path_are_refused()
    {
        var error = Assert.Throws<UsageException>(() => Load(Smallest, "seed=1", "seed=2"));

        Assert.Equal("--set seed: given twice; allowed: each path once", error.Message);
    }

    [Fact]
    public void Problems_of_the_file_come_first_and_those_of_overrides_after_them()
    {
        var error = Assert.Throws<UsageException>(() => Load("sead: 0\n" + Smallest, "seed=x", "protocol.shots=0"));

        string[] lines = [.. error.Message.Split('\n').Where(line => !line.StartsWith(' '))];
        Assert.Equal(3, lines.Length);
        Assert.Contains(":1:1: unknown key 'sead'", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("--set seed:", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("--set protocol.shots:", lines[2], StringComparison.Ordinal);
    }

    private Experiment Load(string yaml, params string[] overrides) =>
        ExperimentFile.Load(_folder.Write("t.yaml", yaml), overrides);

    private static IReadOnlyList<double> ThresholdsOf(MethodSettings method) =>
        Assert.IsType<ImprintSettings>(method).Thresholds;
}
