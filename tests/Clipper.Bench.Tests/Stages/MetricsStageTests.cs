using System.Runtime.InteropServices;
using Clipper.Bench.Stages;
using Clipper.Clip.Checkpoints;
using Clipper.Core.Errors;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Stages;

public sealed class MetricsStageTests : IDisposable
{
    private const string Csv = "id,predicted,cat,dog\na,cat,0.9,0.1\nb,dog,0.2,0.8\nc,cat,0.6,0.4\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Single_label_data_are_decided_by_arg_max()
    {
        MetricsStage stage = Stage("id,labels\nc,dog\na,cat\nb,dog\n", threshold: null);

        Assert.Equal("arg-max", stage.Decision);
        Assert.Equal(2 / 3.0, Value(stage, "accuracy"), 12);
        Assert.Equal(2 / 3.0, Value(stage, "o_f1"), 12);
    }

    [Fact]
    public void Multi_label_data_are_decided_by_the_threshold_and_have_no_accuracy()
    {
        MetricsStage stage = Stage("id,labels\na,cat;dog\nb,dog\nc,\n", threshold: null);

        Assert.Equal("score >= 0.5", stage.Decision);
        Assert.DoesNotContain(stage.Compute(), value => value.Metric.Name == "accuracy");
        Assert.Equal(2 * 2 / (double)(3 + 3), Value(stage, "o_f1"), 12);
    }

    [Fact]
    public void Threshold_is_inclusive_and_overrules_arg_max()
    {
        MetricsStage stage = Stage("id,labels\na,cat\nb,dog\nc,dog\n", threshold: 0.4);

        Assert.Equal("score >= 0.4", stage.Decision);
        Assert.Equal(1, Value(stage, "o_recall"), 12);
        Assert.Equal(3 / 4.0, Value(stage, "o_precision"), 12);
    }

    [Fact]
    public void Undefined_value_has_a_reason()
    {
        MetricsStage stage = Stage("id,labels\na,cat\nb,cat\nc,cat\n", threshold: null);

        MetricValue undefined = stage.Compute().Single(value => value.Metric.Name == "roc_auc_macro");

        Assert.True(double.IsNaN(undefined.Value));
        Assert.Contains("positives and negatives are both needed", undefined.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id,labels\na,cat\nb,dog\n", "has no line for 'c'")]
    [InlineData("id,labels\na,cat\nb,dog\nc,dog\nd,dog\n", "line 5: 'd' has no scores")]
    [InlineData("id,labels\na,cat\nb,dgo\nc,dog\n", "line 3: 'dgo' is not a class of")]
    public void Truth_of_other_samples_or_classes_is_refused(string truth, string problem)
    {
        var error = Assert.Throws<DataFileException>(() => Stage(truth, threshold: null));

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tensors_give_what_csv_files_give()
    {
        string path = _folder.Combine("t.safetensors");
        new SafetensorsWriter()
            .Add("scores", TensorType.F64, MemoryMarshal.AsBytes([0.9, 0.1, 0.2, 0.8, 0.6, 0.4]).ToArray(), 3, 2)
            .Add("y_onehot", new byte[] { 1, 0, 0, 1, 0, 1 }, 3, 2)
            .Add("y", new float[] { 0, 1, 1 }, 3)
            .Save(path);
        ScoreTable<double> scores = ScoresFile.Read(path);
        double[] expected = Values(Stage("id,labels\na,cat\nb,dog\nc,dog\n", threshold: null));

        Assert.Equal(expected, Values(new MetricsStage(TruthFile.Read(path, scores), scores, null)));
        Assert.Equal(expected, Values(new MetricsStage(TruthFile.Read(path + ":y", scores), scores, null)));
        string rows = _folder.Write("rows.csv", "row,labels\n0,0\n1,1\n2,1\n");
        Assert.Equal(expected, Values(new MetricsStage(TruthFile.Read(rows, scores), scores, null)));
    }

    [Fact]
    public void A_threshold_is_compared_with_float32_scores_in_float32()
    {
        string path = _folder.Combine("single.safetensors");
        new SafetensorsWriter()
            .Add("scores", new[] { 0.7f, 0.1f }, 1, 2)
            .Add("y_onehot", new byte[] { 1, 0 }, 1, 2)
            .Save(path);
        ScoreTable<double> scores = ScoresFile.Read(path);

        Assert.Equal(1, Value(new MetricsStage(TruthFile.Read(path, scores), scores, 0.7), "o_f1"));
    }

    [Fact]
    public void Scores_keep_the_digits_of_a_double()
    {
        string csv = _folder.Write("digits.csv", "id,predicted,cat\na,,0.1\nb,,0.10000000000000002\n");
        ScoreTable<double> scores = ScoresFile.Read(csv);
        string truth = _folder.Write("digits-truth.csv", "id,labels\na,\nb,cat\n");

        Assert.Equal(1, Value(new MetricsStage(TruthFile.Read(truth, scores), scores, null), "map"));
    }

    [Fact]
    public void Scores_without_predictions_are_scores()
    {
        ScoreTable<double> scores = ScoresFile.Read(_folder.Write("bare.csv", "id,cat,dog\na,0.9,0.1\nb,0.2,0.8\n"));

        Assert.Equal(["cat", "dog"], scores.Classes);
        Assert.Equal([0.9, 0.1, 0.2, 0.8], scores.Scores.Values.ToArray());
    }

    [Theory]
    [InlineData("name,cat\na,1\n", "line 1: expected the header")]
    [InlineData("id,predicted\na,cat\n", "line 1: expected the header")]
    [InlineData("id,predicted,cat\na,cat,x\n", "line 2: 'x' is not a finite number.")]
    [InlineData("id,predicted,cat\na,cat,NaN\n", "line 2: 'NaN' is not a finite number.")]
    [InlineData("id,predicted,cat\na,cat,1\na,cat,1\n", "line 3: 'a' is there twice.")]
    [InlineData("id,predicted,cat\n", "holds no scores")]
    public void Broken_scores_are_refused(string csv, string problem)
    {
        var error = Assert.Throws<DataFileException>(() => ScoresFile.Read(_folder.Write("s.csv", csv)));

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    private static double Value(MetricsStage stage, string metric) =>
        stage.Compute().Single(value => value.Metric.Name == metric).Value;

    private static double[] Values(MetricsStage stage) => [.. stage.Compute().Select(value => value.Value)];

    private MetricsStage Stage(string truth, double? threshold)
    {
        ScoreTable<double> scores = ScoresFile.Read(_folder.Write("scores.csv", Csv));
        return new MetricsStage(TruthFile.Read(_folder.Write("truth.csv", truth), scores), scores, threshold);
    }
}
