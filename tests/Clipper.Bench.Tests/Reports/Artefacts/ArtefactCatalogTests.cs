using Clipper.Bench.Configuration;
using Clipper.Bench.Reports.Artefacts;
using Clipper.Bench.Reports.Paper;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Reports.Artefacts;

public sealed class ArtefactCatalogTests
{
    /// <summary>What the paper's results notebook publishes.</summary>
    private static readonly string[] _published =
    [
        "table-2", "figure-2.1", "figure-2.2", "figure-3.1", "figure-3.2", "figure-4.1", "figure-4.2", "figure-5.1",
        "figure-5.2", "figure-6.1", "figure-6.2", "figure-7.1", "figure-7.2", "figure-8.1", "figure-8.2",
        "appendix-figure-1.1", "appendix-figure-1.2",
    ];

    [Fact]
    public void Catalog_has_every_artefact_of_the_paper() =>
        Assert.Equal(_published, ArtefactCatalog.All.Select(artefact => artefact.Id));

    [Fact]
    public void Every_artefact_has_a_config_that_leaves_gaps_for_absent_data() => Assert.All(_published, id =>
    {
        Experiment experiment = Config(id);

        Assert.Equal([id], experiment.Artefacts);
        Assert.Equal(MissingDataPolicy.Gap, experiment.MissingData);
        Assert.Equal(ProtocolMode.Corrected, experiment.Protocol.Mode);
    });

    [Fact]
    public void One_config_has_them_all() => Assert.Equal(_published, Config("all").Artefacts);

    [Fact]
    public void Every_config_has_a_method_for_every_row_of_its_artefact() => Assert.All(_published, id =>
    {
        Experiment[] configs = [Config(id), Config("all")];
        var methods = configs.Select(config => PaperMethods.NamesOf(config).Values.ToHashSet());
        Artefact artefact = ArtefactCatalog.Find(id) ?? throw new InvalidOperationException(id);
        IEnumerable<string> wanted = artefact.Rows.Concat(artefact.Beside).Concat(artefact.Measures)
            .Select(line => line.Query.Method).OfType<string>().Where(method => method != "sota");

        Assert.All(methods, names => Assert.All(wanted, method => Assert.Contains(names, name => Is(name, method))));
    });

    private static bool Is(string name, string method) => name == method
        || (method == "mwi_continual" && name.StartsWith("mwi_train", StringComparison.Ordinal));

    private static Experiment Config(string id) =>
        ExperimentFile.Load(RepositoryRoot.Combine("configs", "paper", $"{id}.yaml"), []);
}
