using Clipper.Bench.Configuration;
using Clipper.Bench.Methods.Heads;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Configuration;

public sealed class ProtocolQuirksTests : IDisposable
{
    private const string Yaml = """
        name: t
        model: "random:0"
        datasets: shapes
        protocol: { ways: 5, shots: 1, queries: 2 }
        methods: [mwi, mwi: { label: fixed, thresholds: 0.5 }]
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Corrected_is_the_default_and_follows_no_quirk()
    {
        FewShotProtocol protocol = Load().Protocol;

        Assert.Equal(ProtocolMode.Corrected, protocol.Mode);
        Assert.All(QuirkCatalog.All, quirk => Assert.False(protocol.Quirks.Follows(quirk)));
        Assert.All(QuirkCatalog.All, quirk => Assert.Equal(quirk.Corrected, protocol.Quirks.ValueOf(quirk)));
    }

    [Fact]
    public void Paper_mode_follows_every_quirk_with_the_reference_s_value()
    {
        FewShotProtocol protocol = Load("protocol.mode=paper").Protocol;

        Assert.All(QuirkCatalog.All, quirk => Assert.Equal(quirk.Paper, protocol.Quirks.ValueOf(quirk)));
    }

    [Fact]
    public void Every_quirk_can_be_set_alone_in_either_mode()
    {
        foreach (Quirk quirk in QuirkCatalog.All)
        {
            FewShotProtocol follows = Load($"protocol.quirks.{quirk.Key}={quirk.Paper}").Protocol;
            FewShotProtocol leaves =
                Load("protocol.mode=paper", $"protocol.quirks.{quirk.Key}={quirk.Corrected}").Protocol;

            Assert.Equal([quirk], QuirkCatalog.All.Where(follows.Quirks.Follows));
            Assert.Equal([quirk], QuirkCatalog.All.Where(other => !leaves.Quirks.Follows(other)));
        }
    }

    [Fact]
    public void Quirks_decide_results_and_are_written_out()
    {
        Experiment corrected = Load();
        Experiment changed = Load("protocol.quirks.precision=half");

        Assert.NotEqual(ExperimentIdentity.Hash(corrected), ExperimentIdentity.Hash(changed));
        Assert.Contains("precision: half", ExperimentText.Write(changed, _folder.Path), StringComparison.Ordinal);
        string paper = ExperimentText.Write(Load("protocol.mode=paper"), _folder.Path);
        Assert.Contains("mode: paper", paper, StringComparison.Ordinal);
    }

    [Fact]
    public void Paper_s_threshold_grid_is_clipped_and_named_thresholds_are_left()
    {
        Experiment corrected = Load();
        Experiment paper = Load("protocol.mode=paper");

        Assert.Equal((45, 0.3, 0.74), Grid(corrected, 0));
        Assert.Equal((28, 0.44, 0.71), Grid(paper, 0));
        Assert.Equal((1, 0.5, 0.5), Grid(paper, 1));
        Assert.Equal([true, false], paper.Methods.Select(method => method.HasChoices(isMultiLabel: false)));
    }

    [Fact]
    public void Numbers_are_unique_and_the_two_values_differ()
    {
        Assert.Equal(QuirkCatalog.All.Count, QuirkCatalog.All.Select(quirk => quirk.Number).Distinct().Count());
        Assert.Equal(QuirkCatalog.All.Count, QuirkCatalog.All.Select(quirk => quirk.Key).Distinct().Count());
        Assert.All(QuirkCatalog.All, quirk => Assert.NotEqual(quirk.Paper, quirk.Corrected));
    }

    private Experiment Load(params string[] overrides) =>
        ExperimentFile.Load(_folder.Write("t.yaml", Yaml), overrides);

    private static (int Count, double First, double Last) Grid(Experiment experiment, int method)
    {
        IReadOnlyList<double> thresholds = Assert.IsType<ImprintSettings>(experiment.Methods[method]).Thresholds;
        return (thresholds.Count, thresholds[0], thresholds[^1]);
    }
}
