using Clipper.Bench.Stages;
using Clipper.Core.Errors;
using Clipper.Core.Imprinting;

namespace Clipper.Bench.Tests.Stages;

public sealed class ImprintStageTests : IDisposable
{
    private readonly HeadFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void Rows_are_found_by_id_whatever_the_order_of_lines()
    {
        ImprintedHead<float> head = Stage("id,labels\nr,up\np,right\n").Imprint(HeadKind.Wi, []);

        Assert.Equal(["right", "up"], head.Classes);
        Assert.Equal([1, 0, 0, 1], head.Weights.Values.ToArray());
    }

    [Theory]
    [InlineData("row,labels\n2,up\n0,right\n", false)]
    [InlineData("id,labels\nA,right\nB,right\nC,up\nD,up;right\n", true)]
    public void Rows_are_found_by_number_or_position(string labels, bool byPosition)
    {
        ImprintedHead<float> head = new ImprintStage(_fixture.Embeddings, _fixture.Labels(labels), byPosition)
            .Imprint(HeadKind.Mwi, []);

        Assert.Equal(["right", "up"], head.Classes);
        Assert.Equal(1, head.Weights.Row(0)[0], 6);
    }

    [Fact]
    public void Further_class_without_support_is_unimprinted()
    {
        ImprintedHead<float> head = Stage("id,labels\np,1\n").Imprint(HeadKind.Mwi, ["10", "2"]);

        Assert.Equal(["1", "2", "10"], head.Classes);
        Assert.Equal([true, false, false], Enumerable.Range(0, 3).Select(head.IsImprinted));
    }

    [Fact]
    public void Append_adds_new_classes_after_the_old_ones()
    {
        ImprintedHead<float> old = Stage("id,labels\np,b\n").Imprint(HeadKind.Wi, []);

        ImprintedHead<float> head = Stage("id,labels\nr,c\ns,a\n").Append(old, []);

        Assert.Equal(["b", "a", "c"], head.Classes);
        Assert.Equal([1, 0, -1, 0, 0, 1], head.Weights.Values.ToArray());
    }

    [Fact]
    public void Append_refuses_a_class_that_is_there()
    {
        ImprintedHead<float> old = Stage("id,labels\np,b\n").Imprint(HeadKind.Wi, []);

        var error = Assert.Throws<DataFileException>(() => Stage("id,labels\nr,b\n").Append(old, []));

        Assert.Contains("'b' is in the head already", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id,labels\nx,a\n", HeadKind.Wi, "line 2: 'x' is not in")]
    [InlineData("id,labels\np,a;b\n", HeadKind.Wi, "'p' has 2 labels; the head wi takes one.")]
    [InlineData("id,labels\np,\n", HeadKind.Wi, "'p' has 0 labels; the head wi takes one.")]
    [InlineData("id,labels\np,\n", HeadKind.Mwi, "holds no label.")]
    [InlineData("row,labels\n4,a\n", HeadKind.Wi, "has no row 4; its 4 rows count from 0.")]
    public void Labels_that_do_not_fit_are_refused(string labels, HeadKind kind, string problem)
    {
        var error = Assert.Throws<DataFileException>(() => Stage(labels).Imprint(kind, []));

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Position_needs_as_many_lines_as_rows()
    {
        var stage = new ImprintStage(_fixture.Embeddings, _fixture.Labels("id,labels\np,a\n"), ByPosition: true);

        var error = Assert.Throws<DataFileException>(() => stage.Imprint(HeadKind.Wi, []));

        Assert.Contains("has 1 lines of labels", error.Message, StringComparison.Ordinal);
    }

    private ImprintStage Stage(string labels) => new(_fixture.Embeddings, _fixture.Labels(labels));
}
