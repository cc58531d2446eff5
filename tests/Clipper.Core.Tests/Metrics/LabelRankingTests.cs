using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Metrics;

namespace Clipper.Core.Tests.Metrics;

public sealed class LabelRankingTests
{
    // scikit-learn 1.2.1: coverage_error, label_ranking_loss, label_ranking_average_precision_score.
    [Fact]
    public void Values_are_those_of_scikit_learn_with_ties_empty_and_full_rows()
    {
        var truth = LabelRows.Of([[0, 3], [1], [], [0, 1, 2, 3], [1, 2]], 4);
        var scores = new Matrix<double>(
            [.9, .4, .9, .2, .1, .3, .3, .8, .5, .5, .1, .2, .4, .4, .2, .1, .7, .6, .5, .5], 5, 4);

        Assert.Equal(3.0, LabelRanking.Coverage<double>(truth, scores), 1e-12);
        Assert.Equal(0.4333333333333333, LabelRanking.Loss<double>(truth, scores), 1e-12);
        Assert.Equal(0.6666666666666666, LabelRanking.AveragePrecision<double>(truth, scores), 1e-12);
    }

    [Fact]
    public void Values_equal_their_definitions() => RandomCase.ForAll(
        RandomCase.MultiLabel,
        problem =>
        {
            double[][] rows = [.. Enumerable.Range(0, problem.Rows).Select(row => Defined(problem, row))];

            Assert.Equal(rows.Average(row => row[0]), LabelRanking.Coverage(problem.LabelRows, problem.View), 1e-12);
            Assert.Equal(rows.Average(row => row[1]), LabelRanking.Loss(problem.LabelRows, problem.View), 1e-12);
            Assert.Equal(
                rows.Average(row => row[2]), LabelRanking.AveragePrecision(problem.LabelRows, problem.View), 1e-12);
        });

    [Fact]
    public void Nothing_is_undefined_without_samples() => Assert.Throws<UndefinedMetricException>(
        () => LabelRanking.Coverage<float>(LabelRows.Of([], 3), new Matrix<float>(0, 3)));

    private static double[] Defined(RandomCase problem, int row)
    {
        int[] all = [.. Enumerable.Range(0, problem.Classes)];
        int[] labels = [.. all.Where(c => problem.Has(row, c))];
        int[] others = [.. all.Except(labels)];
        int AtLeast(int[] classes, int label) =>
            classes.Count(c => problem.Score(row, c) >= problem.Score(row, label));

        bool isTrivial = labels.Length == 0 || others.Length == 0;
        return
        [
            labels.Select(label => AtLeast(all, label)).DefaultIfEmpty(0).Max(),
            isTrivial ? 0 : labels.Sum(label => AtLeast(others, label)) / ((double)labels.Length * others.Length),
            isTrivial ? 1 : labels.Average(label => (double)AtLeast(labels, label) / AtLeast(all, label)),
        ];
    }
}
