using Clipper.Core.Metrics;

namespace Clipper.Core.Tests.Metrics;

/// <summary>10,000 random cases a metric against its definition.</summary>
public sealed class RankingMetricPropertyTests
{
    private const double Tolerance = 1e-12;

    [Fact]
    public void Average_precision_equals_its_definition_for_every_average() => RandomCase.ForAll(
        RandomCase.MultiLabel,
        problem =>
        {
            double[] byClass = [.. Columns(problem).Select(NaiveMetrics.AveragePrecision)];
            double[] byRow = [.. Rows(problem).Select(NaiveMetrics.AveragePrecision)];
            int[] support = [.. Columns(problem).Select(column => column.Count(cell => cell.Truth))];

            AssertEqual(byClass, AveragePrecision.PerClass(problem.LabelRows, problem.View));
            AssertEqual(byClass.Average(), Value(problem, "map"));
            AssertEqual(NaiveMetrics.AveragePrecision(All(problem)), Value(problem, "map_micro"));
            AssertEqual(problem.Classes == 1 ? byClass[0] : byRow.Average(), Value(problem, "map_samples"));
            AssertEqual(
                support.Sum() == 0 ? 0 : byClass.Zip(support, (ap, n) => ap * n).Sum() / support.Sum(),
                Value(problem, "map_weighted"));
            AssertEqual(
                byClass.Where((_, c) => support[c] > 0).DefaultIfEmpty(double.NaN).Average(),
                Value(problem, "map_positives"));
        });

    [Fact]
    public void Roc_auc_equals_its_definition_and_is_nan_where_a_class_is_constant() => RandomCase.ForAll(
        RandomCase.MultiLabel,
        problem =>
        {
            double[] byClass = [.. Columns(problem).Select(NaiveMetrics.RocAuc)];

            AssertEqual(byClass, RocAuc.PerClassWhereDefined(problem.LabelRows, problem.View));
            AssertEqual(byClass.Average(), Value(problem, "roc_auc_macro"));
            AssertEqual(NaiveMetrics.RocAuc(All(problem)), Value(problem, "roc_auc_micro"));
        });

    [Fact]
    public void Top_k_equals_ranking_with_the_higher_column_first_on_ties() => RandomCase.ForAll(
        RandomCase.SingleLabel,
        problem =>
        {
            foreach (int k in (int[])[1, 2, 5])
            {
                int hits = Enumerable.Range(0, problem.Rows).Count(row => Enumerable.Range(0, problem.Classes)
                    .OrderByDescending(c => problem.Score(row, c)).ThenByDescending(c => c).Take(k)
                    .Contains(problem.Labels[row]));

                Assert.Equal(hits, TopKAccuracy.Hits(problem.Labels, problem.View, k));
            }
        });

    [Fact]
    public void Accuracies_equal_the_arg_max_with_the_lowest_column_on_ties() => RandomCase.ForAll(
        RandomCase.SingleLabel,
        problem =>
        {
            bool[] right = [.. Enumerable.Range(0, problem.Rows).Select(row => Enumerable.Range(0, problem.Classes)
                .OrderByDescending(c => problem.Score(row, c)).ThenBy(c => c).First() == problem.Labels[row])];
            double recall = Enumerable.Range(0, problem.Rows).GroupBy(row => problem.Labels[row])
                .Average(rows => rows.Average(row => right[row] ? 1.0 : 0.0));

            AssertEqual(right.Average(hit => hit ? 1.0 : 0.0), Value(problem, "accuracy"));
            AssertEqual(recall, Value(problem, "balanced_accuracy"));
        });

    [Fact]
    public void Calibration_error_equals_its_definition() => RandomCase.ForAll(
        RandomCase.MultiLabel,
        problem =>
        {
            double error = All(problem)
                .GroupBy(cell => Math.Clamp((int)Math.Ceiling(cell.Score * 15.0) - 1, 0, 14))
                .Sum(bin => bin.Count() * Math.Abs(
                    bin.Average(cell => cell.Truth ? 1.0 : 0.0) - bin.Average(cell => (double)cell.Score)))
                / problem.Scores.Length;

            AssertEqual(error, Value(problem, "ece_binary"));
        });

    [Fact]
    public void Log_loss_equals_its_definition() => RandomCase.ForAll(
        RandomCase.SingleLabel,
        problem =>
        {
            const double epsilon = 1.1920928955078125e-07;
            double[][] rows = [.. Rows(problem).Select(
                row => row.Select(cell => Math.Clamp(cell.Score, epsilon, 1 - epsilon)).ToArray())];
            double loss = rows.Select((row, i) => -Math.Log(row[problem.Labels[i]] / row.Sum())).Average();

            AssertEqual(problem.Classes == 1 ? double.NaN : loss, Value(problem, "log_loss"));
        });

    private static double Value(RandomCase problem, string name) =>
        MetricEvaluator.Rank([MetricCatalog.Find(name)!], problem.LabelRows, problem.View)[0];

    private static List<(bool Truth, float Score)> All(RandomCase problem) => [.. problem.Truth.Zip(problem.Scores)];

    private static IEnumerable<List<(bool Truth, float Score)>> Columns(RandomCase problem) =>
        Enumerable.Range(0, problem.Classes).Select(c => Enumerable.Range(0, problem.Rows)
            .Select(row => (problem.Has(row, c), problem.Score(row, c))).ToList());

    private static IEnumerable<List<(bool Truth, float Score)>> Rows(RandomCase problem) =>
        Enumerable.Range(0, problem.Rows).Select(row => Enumerable.Range(0, problem.Classes)
            .Select(c => (problem.Has(row, c), problem.Score(row, c))).ToList());

    private static void AssertEqual(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            AssertEqual(expected[i], actual[i]);
        }
    }

    private static void AssertEqual(double expected, double actual)
    {
        if (!(Math.Abs(expected - actual) <= Tolerance))
        {
            Assert.Equal(expected, actual);
        }
    }
}
