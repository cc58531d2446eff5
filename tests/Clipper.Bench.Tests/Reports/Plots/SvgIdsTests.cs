using Clipper.Bench.Reports.Plots;

namespace Clipper.Bench.Tests.Reports.Plots;

public sealed class SvgIdsTests
{
    [Fact]
    public void Renumber_counts_clip_paths_from_one_in_their_order_and_keeps_all_else()
    {
        const string Drawing = """
            <clipPath id="cl_2f"><rect/></clipPath><g clip-path="url(#cl_2f)"/>
            <clipPath id="cl_7"/><g clip-path="url(#cl_7)"/><g clip-path="url(#cl_2f)"/><text id="cl_x">cl_25</text>
            """;

        Assert.Equal(
            """
            <clipPath id="cl_1"><rect/></clipPath><g clip-path="url(#cl_1)"/>
            <clipPath id="cl_2"/><g clip-path="url(#cl_2)"/><g clip-path="url(#cl_1)"/><text id="cl_x">cl_25</text>
            """,
            SvgIds.Renumber(Drawing));
    }

    [Fact]
    public void Renumber_gives_two_drawings_that_differ_in_numbers_alone_the_same_bytes() => Assert.Equal(
        SvgIds.Renumber("<a id=\"cl_1\"/><b clip-path=\"url(#cl_1)\"/>"),
        SvgIds.Renumber("<a id=\"cl_41\"/><b clip-path=\"url(#cl_41)\"/>"));
}
