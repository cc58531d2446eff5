using Clipper.Bench.Reports.Artefacts;

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
}
