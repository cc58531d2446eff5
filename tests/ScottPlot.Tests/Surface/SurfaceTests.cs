using Clipper.Testing;

namespace ScottPlot.Tests.Surface;

/// <summary>scottplot-api.txt lists, for every member that the stand-in has, all of its public overloads in the
/// ScottPlot package that its first line names. The stand-in has those and no others, but for the overloads in
/// not-provided.txt, which no call that compiles with the stand-in can mean. So a call has the same meaning, or is as
/// ambiguous, with both. The tests hold with the package in place of the stand-in too
/// (<c>CLIPPER_PROVIDERS=cpu</c>).</summary>
public sealed class SurfaceTests
{
    [Fact]
    public void Members_have_the_overloads_of_the_package()
    {
        string[] listed = Read("scottplot-api.txt");
        HashSet<(string, string)> members = [.. Provided().Where(Listed).Select(line => (line.Type, line.Member))];

        IEnumerable<string> provided = Provided()
            .Where(line => Library.IsStandIn || members.Contains((line.Type, line.Member)))
            .Select(line => line.Text).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(Library.IsStandIn ? listed.Except(Read("not-provided.txt")) : listed, provided);

        bool Listed(SurfaceLine line) => listed.Contains(line.Text);
    }

    [Fact]
    public void Overloads_that_are_not_provided_have_a_parameter_of_a_type_that_the_stand_in_lacks()
    {
        string[] lacking =
            ["CoordinateRange", "CoordinateRect", "Coordinates3d", "IScatterSource", "LegendItem", "SKColor"];

        Assert.All(Read("not-provided.txt"), line => Assert.Contains(lacking, type => HasParameter(line, type)));
        Assert.Empty(Read("not-provided.txt").Except(Read("scottplot-api.txt")));
        Assert.Empty(lacking.Intersect(
            typeof(Plot).Assembly.GetExportedTypes().Where(_ => Library.IsStandIn).Select(type => type.Name)));
    }

    private static bool HasParameter(string line, string type) =>
        line.Split('(', 2)[1].Split(' ', ',', '<', '>', '(', '[').Contains(type);

    private static IEnumerable<SurfaceLine> Provided() =>
        typeof(Plot).Assembly.GetExportedTypes().SelectMany(SurfaceLines.Of);

    private static string[] Read(string file) =>
    [
        .. File.ReadLines(RepositoryRoot.Combine("tests", "ScottPlot.Tests", "Surface", file))
            .Where(line => !line.StartsWith('#')),
    ];
}
