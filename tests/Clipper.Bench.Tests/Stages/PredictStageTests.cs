using System.Globalization;
using Clipper.Bench.Stages;
using Clipper.Core.Errors;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Bench.Tests.Stages;

public sealed class PredictStageTests : IDisposable
{
    private readonly HeadFixture _fixture = new();

    private string Scores => _fixture.Folder.Combine("scores.csv");

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [InlineData(HeadKind.Wi, 0.5f, "id,predicted,right,up|p,right,|q,right,|r,up,|s,up,")]
    [InlineData(HeadKind.Mwi, 0.5f, "id,predicted,right,up|p,right;up,|q,right;up,|r,right;up,|s,up,")]
    [InlineData(HeadKind.Mwi, 0.6f, "id,predicted,right,up|p,right,|q,right,|r,up,|s,,")]
    public void Classes_are_predicted_by_arg_max_or_threshold(HeadKind kind, float threshold, string starts)
    {
        new PredictStage(Head(kind), threshold).Save(new PredictStage(Head(kind)).Score(_fixture.Embeddings, Scores));

        string[] expected = starts.Split('|');
        Assert.Equal(expected, File.ReadAllLines(Scores).Zip(expected, (line, start) => line[..start.Length]));
    }

    [Fact]
    public void Scores_read_back_are_the_same_numbers_in_any_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        try
        {
            CultureInfo.CurrentCulture = comma;
            var stage = new PredictStage(Head(HeadKind.Mwi));
            ScoreTable<float> table = stage.Score(_fixture.Embeddings, Scores);
            stage.Save(table);

            ScoreTable<double> read = ScoresFile.Read(Scores);

            Assert.Equal(table.Scores.Values.ToArray(), read.Scores.Values.ToArray().Select(score => (float)score));
            Assert.Equal(table.Ids, read.Ids);
            Assert.Equal(table.Classes, read.Classes);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Unimprinted_class_is_never_predicted()
    {
        var weights = new Matrix<float>([1, 0, 0, 0], 2, 2);
        var head = ImprintedHead<float>.FromWeights(HeadKind.Mwi, weights, ["right", "none"]);
        var stage = new PredictStage(head, Threshold: 0);

        ScoreTable<float> table = stage.Score(_fixture.Embeddings, Scores);

        Assert.All(Enumerable.Range(0, 4), row => Assert.Equal("right", stage.Predicted(table, row)));
    }

    [Fact]
    public void Head_of_another_length_is_refused()
    {
        var head = ImprintedHead<float>.FromWeights(HeadKind.Wi, new Matrix<float>([1, 0, 0], 1, 3), ["a"]);

        var error = Assert.Throws<DataFileException>(() => new PredictStage(head).Score(_fixture.Embeddings, Scores));

        Assert.Contains("rows of length 2 do not fit the head's 3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Head_file_keeps_everything()
    {
        string path = _fixture.Folder.Combine("head.safetensors");
        ImprintedHead<float> head = new ImprintStage(_fixture.Embeddings, _fixture.Labels("id,labels\np,ä\n"))
            .Imprint(HeadKind.Mwi, ["z"]);

        HeadFile.Save(head, path);
        ImprintedHead<float> read = HeadFile.Read(path);

        Assert.Equal(head.Kind, read.Kind);
        Assert.Equal(head.Classes, read.Classes);
        Assert.Equal(head.Weights.Values.ToArray(), read.Weights.Values.ToArray());
        Assert.Equal((true, false), (read.IsImprinted(1), read.IsImprinted(0)));
    }

    private ImprintedHead<float> Head(HeadKind kind) =>
        new ImprintStage(_fixture.Embeddings, _fixture.Labels("id,labels\np,right\nr,up\n")).Imprint(kind, []);
}
