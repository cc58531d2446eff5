using Clipper.Testing;

namespace ScottPlot.Tests.Surface;

/// <summary>scottplot-defaults.txt lists what new objects of the ScottPlot package have: the stand-in's have the same,
/// so that what the application does not set is alike with both. The test holds with the package in place of the
/// stand-in too (<c>CLIPPER_PROVIDERS=cpu</c>).</summary>
public sealed class DefaultsTests
{
    [Fact]
    public void Defaults_are_those_of_the_package()
    {
        string[] listed =
        [
            .. File.ReadLines(RepositoryRoot.Combine("tests", "ScottPlot.Tests", "Surface", "scottplot-defaults.txt"))
                .Where(line => !line.StartsWith('#')),
        ];

        Assert.Equal(listed, listed.Select(line => DefaultValues.Read(line.Split(" = ")[0])));
        Assert.Equal(listed, Library.IsStandIn ? DefaultValues.All() : listed);
    }
}
