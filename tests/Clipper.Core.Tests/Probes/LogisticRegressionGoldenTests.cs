using System.Text.Json;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Probes;

namespace Clipper.Core.Tests.Probes;

/// <summary>Every case of goldens/probe, discovered: logistic regression against the optimum that Newton's method found
/// (scikit-learn's own solutions are less converged).</summary>
public sealed class LogisticRegressionGoldenTests
{
    private const double ObjectiveTolerance = 1e-8;
    private const double ProbabilityTolerance = 1e-5;
    private const double CoefficientTolerance = 1e-4;

    public static TheoryData<string> All => [.. ProbeCase.Names];

    public static TheoryData<string> SingleLabel => [.. ProbeCase.SingleLabel];

    public static TheoryData<string> MultiLabel => [.. ProbeCase.MultiLabel];

    [Theory]
    [MemberData(nameof(All))]
    public void Case_is_of_a_known_kind(string name)
    {
        var golden = ProbeCase.Open(name);

        Assert.Empty(golden.Unknown());
        Assert.True(golden.IsMultiLabel || golden.Json.TryGetProperty("knn", out _), $"probe/{name} lacks knn");
    }

    [Theory]
    [MemberData(nameof(SingleLabel))]
    public void Multinomial_reaches_the_golden_optimum(string name)
    {
        var golden = ProbeCase.Open(name);
        double[] cs = golden.Cs;

        IReadOnlyList<LogisticModel> models = LogisticRegression.FitMultinomial(golden.Train, golden.TrainLabels, cs);

        JsonElement[] runs = [.. golden.Json.GetProperty("runs").EnumerateArray()];
        int[] seen = Seen(golden);
        for (int i = 0; i < cs.Length; i++)
        {
            LogisticModel model = models[i];
            Assert.True(model.IsConverged, $"{name}, C = {cs[i]}");
            Assert.Equal(seen.Length > 2 ? seen : [seen[^1]], model.Fitted);
            double objective = seen.Length > 2
                ? PlainLogistic.Multinomial(golden.Train, golden.TrainLabels, model)
                : PlainLogistic.Binary(golden.Train, golden.TrainLabels, model, 0);
            AssertObjective(runs[i].GetProperty("objective_opt"), objective, model);
            AssertClose(golden.RunArray(cs[i], "coef_opt").Values, model.Map.Weights.Values, CoefficientTolerance);
            AssertClose(golden.RunArray(cs[i], "intercept_opt").Values, model.Map.Intercepts, CoefficientTolerance);

            Matrix<double> probabilities = model.Probabilities(golden.Test);
            double[] expected = golden.RunArray(cs[i], "test_proba_opt").Values;
            AssertClose(expected, Columns(probabilities, seen), ProbabilityTolerance);
            AssertPredictions(golden, runs[i], model);
        }
    }

    [Theory]
    [MemberData(nameof(MultiLabel))]
    public void OneVersusRest_reaches_the_golden_optimum_of_every_label(string name)
    {
        var golden = ProbeCase.Open(name);
        double[] cs = golden.Cs;

        IReadOnlyList<LogisticModel> models =
            LogisticRegression.FitOneVersusRest(golden.Train, golden.TrainLabels, cs);

        JsonElement[] runs = [.. golden.Json.GetProperty("runs").EnumerateArray()];
        for (int i = 0; i < cs.Length; i++)
        {
            LogisticModel model = models[i];
            Assert.True(model.IsConverged, $"{name}, C = {cs[i]}");
            JsonElement[] objectives = [.. runs[i].GetProperty("objective_opt_per_label").EnumerateArray()];
            double[] coefficients = golden.RunArray(cs[i], "coef_opt").Values;
            double[] intercepts = golden.RunArray(cs[i], "intercept_opt").Values;
            int d = golden.Train.Columns;
            for (int label = 0, column = 0; label < objectives.Length; label++)
            {
                if (objectives[label].ValueKind == JsonValueKind.Null)
                {
                    Assert.DoesNotContain(label, model.Fitted);
                    Assert.True(double.IsNaN(coefficients[label * d]));
                    continue;
                }

                Assert.Equal(label, model.Fitted[column]);
                double objective = PlainLogistic.Binary(golden.Train, golden.TrainLabels, model, column);
                double best = objectives[label].GetDouble();
                Assert.Equal(best, objective, ObjectiveTolerance * best);
                double[] expected = coefficients[(label * d)..((label + 1) * d)];
                AssertClose(expected, model.Map.Weights.Row(column), CoefficientTolerance);
                Assert.Equal(intercepts[label], model.Map.Intercepts[column], CoefficientTolerance);
                column++;
            }

            Matrix<double> probabilities = model.Probabilities(golden.Test);
            AssertClose(golden.RunArray(cs[i], "test_proba_opt").Values, probabilities.Values, ProbabilityTolerance);
            AssertConstants(golden, probabilities);
            AssertSubsetAccuracy(runs[i], golden.TestLabels, probabilities);
        }
    }

    private static int[] Seen(ProbeCase golden)
    {
        string[] all = [.. golden.Json.GetProperty("labels").EnumerateArray().Select(label => label.ToString())];
        return
        [
            .. golden.Json.GetProperty("classes_seen_in_train").EnumerateArray()
                .Select(label => Array.IndexOf(all, label.ToString())),
        ];
    }

    private static void AssertObjective(JsonElement expected, double plain, LogisticModel model)
    {
        double best = expected.GetDouble();
        Assert.Equal(best, plain, ObjectiveTolerance * best);
        Assert.Equal(plain, model.Objective, 1e-10 * best);
    }

    /// <summary>Predicted classes and accuracies; a lead below the tolerance decides nothing.</summary>
    private static void AssertPredictions(ProbeCase golden, JsonElement run, LogisticModel model)
    {
        if (run.GetProperty("min_top1_top2_gap").GetDouble() <= ProbabilityTolerance)
        {
            return;
        }

        int[] predicted = Winners(model.Probabilities(golden.Test));
        Assert.Equal(ProbeCase.Indices(run.GetProperty("test_pred_index")), predicted);
        Assert.Equal(run.GetProperty("test_accuracy_opt").GetDouble(), Accuracy(golden.TestLabels, predicted), 1e-12);
        int[] trained = Winners(model.Probabilities(golden.Train));
        Assert.Equal(run.GetProperty("train_accuracy_opt").GetDouble(), Accuracy(golden.TrainLabels, trained), 2e-3);
    }

    private static void AssertConstants(ProbeCase golden, Matrix<double> probabilities)
    {
        foreach (JsonProperty constant in golden.Json.GetProperty("constant_columns").EnumerateObject())
        {
            int column = int.Parse(constant.Name, System.Globalization.CultureInfo.InvariantCulture);
            for (int row = 0; row < probabilities.Rows; row++)
            {
                Assert.Equal(constant.Value.GetDouble(), probabilities.Row(row)[column]);
            }
        }
    }

    private static void AssertSubsetAccuracy(JsonElement run, LabelRows truth, Matrix<double> probabilities)
    {
        int hits = 0;
        int close = 0;
        for (int row = 0; row < truth.Rows; row++)
        {
            double[] line = probabilities.Row(row).ToArray();
            hits += line.Select((p, c) => p >= 0.5 == truth.Has(row, c)).All(isRight => isRight) ? 1 : 0;
            close += line.Any(p => Math.Abs(p - 0.5) <= ProbabilityTolerance) ? 1 : 0;
        }

        double expected = run.GetProperty("subset_accuracy").GetDouble() * truth.Rows;
        Assert.Equal(expected, hits, close + 1e-9);
    }

    private static double[] Columns(Matrix<double> matrix, int[] columns)
    {
        double[][] rows =
            [.. Enumerable.Range(0, matrix.Rows).Select(row => Array.ConvertAll(columns, c => matrix.Row(row)[c]))];
        return [.. rows.SelectMany(row => row)];
    }

    private static int[] Winners(Matrix<double> scores) =>
        [.. Enumerable.Range(0, scores.Rows).Select(row => Array.IndexOf(scores.Row(row).ToArray(), Max(scores, row)))];

    private static double Max(Matrix<double> scores, int row) => scores.Row(row).ToArray().Max();

    private static double Accuracy(LabelRows truth, int[] predicted) =>
        predicted.Where((label, row) => truth.Has(row, label)).Count() / (double)predicted.Length;

    private static void AssertClose(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            if (!double.IsNaN(expected[i]))
            {
                Assert.Equal(expected[i], actual[i], tolerance);
            }
        }
    }
}
