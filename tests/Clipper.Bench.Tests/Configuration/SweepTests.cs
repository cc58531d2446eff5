using Clipper.Bench.Configuration;
using Clipper.Clip.Imaging;
using Clipper.Core.Errors;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Configuration;

public sealed class SweepTests : IDisposable
{
    private const string Base = """
        name: t
        model: "random:0"
        datasets: shapes
        protocol: { ways: 5, shots: 1, queries: 15 }
        methods: [wi, mwi, mwi: { label: "MWI+T 1.0", train: { epochs: 5 } }]

        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Points_are_the_cross_product_with_the_last_path_fastest()
    {
        Experiment experiment = Load("sweep: { protocol.ways: [5, 10], protocol.shots: [1, 2, 4] }");

        Assert.Equal(
            ["5w1s15q", "5w2s15q", "5w4s15q", "10w1s15q", "10w2s15q", "10w4s15q"],
            experiment.Points.Select(point => SettingText.Of(point.Protocol.Settings.Single())));
    }

    [Fact]
    public void Zipped_lists_go_together_and_several_zips_are_crossed()
    {
        Experiment experiment = Load("""
            sweep:
              zip:
                - { protocol.ways: [5, 10], protocol.queries: [15, 5] }
                - { seed: [0, 1], protocol.episodes: [10, 20] }
            """);

        Assert.Equal(
            ["5w1s15q 0 10", "5w1s15q 1 20", "10w1s5q 0 10", "10w1s5q 1 20"],
            experiment.Points.Select(point =>
                $"{SettingText.Of(point.Protocol.Settings.Single())} {point.Seed} {point.Protocol.Episodes}"));
    }

    [Fact]
    public void Excluded_points_are_left_out()
    {
        Experiment experiment = Load("""
            sweep:
              protocol.ways: [5, 10]
              protocol.shots: [1, 2]
              exclude: [{ protocol.ways: 10, protocol.shots: 2 }]
            """);

        Assert.Equal(
            ["5w1s15q", "5w2s15q", "10w1s15q"],
            experiment.Points.Select(point => SettingText.Of(point.Protocol.Settings.Single())));
    }

    [Fact]
    public void Swept_key_need_not_stand_in_the_file()
    {
        string yaml = Base.Replace("shots: 1, ", "", StringComparison.Ordinal);

        Experiment experiment = LoadText(yaml + "sweep: { protocol.shots: [1, 2] }");

        Assert.Equal(2, experiment.Points.Count);
    }

    [Theory]
    [InlineData("methods.mwi.threshold: [0.5, 0.6]", "wi", "mwi [threshold=0.5]", "MWI+T 1.0", "mwi [threshold=0.6]")]
    [InlineData("methods.MWI+T 1.0.train.learning-rate: [0.1, 0.01]",
        "wi", "mwi", "MWI+T 1.0 [learning-rate=0.1]", "MWI+T 1.0 [learning-rate=0.01]")]
    [InlineData("methods.2.augment: [{ kind: none }, { kind: trivial, copies: 5 }]",
        "wi", "mwi", "MWI+T 1.0 [augment={ kind: none }]", "MWI+T 1.0 [augment={ kind: trivial, copies: 5 }]")]
    [InlineData("protocol.shots: [1, 5]", "wi", "mwi", "MWI+T 1.0")]
    [InlineData("model: [\"random:1\", \"random:2\"]", "wi", "mwi", "MWI+T 1.0")]
    [InlineData("datasets.shapes.variant: [single, multi]", "wi", "mwi", "MWI+T 1.0")]
    [InlineData("datasets: [omniglot, shapes]", "wi", "mwi", "MWI+T 1.0")]
    [InlineData("seed: [0, 1]", "wi [seed=0]", "mwi [seed=0]", "MWI+T 1.0 [seed=0]",
        "wi [seed=1]", "mwi [seed=1]", "MWI+T 1.0 [seed=1]")]
    [InlineData("preprocess.order: [openai, hf]", "wi [order=openai]", "mwi [order=openai]", "MWI+T 1.0 [order=openai]",
        "wi [order=hf]", "mwi [order=hf]", "MWI+T 1.0 [order=hf]")]
    [InlineData("methods: [[wi], [mwi, ncm]]", "wi", "mwi", "ncm")]
    [InlineData("methods.mwi.label: [a, b]", "wi", "a", "MWI+T 1.0", "b")]
    public void What_tables_have_no_place_for_stands_behind_the_labels(string sweep, params string[] labels)
    {
        Experiment experiment = Load($"sweep: {{ {sweep} }}");

        Assert.Equal(
            labels, experiment.Points.SelectMany(point => point.Methods).Select(method => method.Label).Distinct());
    }

    [Fact]
    public void Paths_with_the_same_last_key_are_named_in_full()
    {
        Experiment experiment = Load("sweep: { seed: [1, 2], datasets.shapes.seed: [3] }");

        Assert.Equal("wi [seed=1, datasets.shapes.seed=3]", experiment.Points[0].Methods[0].Label);
    }

    [Fact]
    public void Same_option_of_two_methods_is_named_by_its_last_key()
    {
        Experiment experiment = Load(
            "sweep: { zip: { methods.wi.train.batch: [4], methods.mwi.train.batch: [4] } }");

        Assert.Equal("wi [batch=4]", experiment.Methods[0].Label);
        Assert.Equal("mwi [batch=4]", experiment.Methods[1].Label);
    }

    [Fact]
    public void Order_of_preprocessing_is_read()
    {
        Experiment experiment = Load("sweep: { preprocess.order: [by-model, hf] }");

        Assert.Null(experiment.Points[0].Preprocess.Order);
        Assert.Equal(PreprocessOrder.HuggingFace, experiment.Points[1].Preprocess.Order);
    }

    [Theory]
    [InlineData("sweep: { protocol.shots: [1, 5] }")]
    [InlineData("sweep: { seed: [0, 1], protocol.mode: [paper, corrected], methods.mwi.threshold: [0.5, 0.6] }")]
    [InlineData("sweep: { model: [\"random:1\", \"random:2\"], dtype: [fp32, bf16] }")]
    [InlineData("sweep: { datasets: [shapes, { name: shapes, variant: multi }], protocol.ways: [5] }")]
    [InlineData("sweep: { seed: [5] }")]
    public void Written_sweep_reads_back_as_the_same_points(string sweep)
    {
        Experiment experiment = Load(sweep);

        string text = ExperimentText.Write(experiment, _folder.Path);
        Experiment again = LoadText(text);

        Assert.Equal(ExperimentIdentity.Of(experiment), ExperimentIdentity.Of(again));
        Assert.Equal(ExperimentIdentity.Hash(experiment), ExperimentIdentity.Hash(again));
        Assert.Equal(experiment.Points.Count, again.Points.Count);
        Assert.Equal(text, ExperimentText.Write(again, _folder.Path));
    }

    [Fact]
    public void Override_reaches_the_values_of_a_sweep()
    {
        Experiment experiment = Load(
            "sweep: { protocol.shots: [1, 5] }", "sweep.protocol.shots=[2, 3, 4]", "sweep.zip.seed=[0, 1]");

        Assert.Equal(6, experiment.Points.Count);
    }

    [Fact]
    public void Override_of_a_swept_value_is_refused()
    {
        var error = Assert.Throws<UsageException>(
            () => Load("sweep: { protocol.shots: [1, 5] }", "protocol.shots=2"));

        Assert.StartsWith("--set protocol.shots: is swept at ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Thousand_points_are_read()
    {
        string seeds = string.Join(", ", Enumerable.Range(0, 1000));

        Assert.Equal(1000, Load($"sweep: {{ seed: [{seeds}] }}").Points.Count);
    }

    private Experiment Load(string sweep, params string[] overrides) => LoadText(Base + sweep, overrides);

    private Experiment LoadText(string yaml, params string[] overrides) =>
        ExperimentFile.Load(_folder.Write("t.yaml", yaml), overrides);
}
