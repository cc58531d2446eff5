using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Clipper.Core.Errors;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Tests.Imprinting;

/// <summary>Every case of goldens/mwi, discovered.</summary>
public sealed class ImprintingGoldenTests
{
    private const double DoubleTolerance = 1e-12;
    private const double FloatTolerance = 1e-6;

    public static TheoryData<string> All => [.. ImprintingCase.Names];

    public static TheoryData<string> AtOnce =>
        [.. ImprintingCase.Names.Where(name => ImprintingCase.Open(name) is { IsLoss: false, IsIncremental: false })];

    public static TheoryData<string> Incremental =>
        [.. ImprintingCase.Names.Where(name => ImprintingCase.Open(name) is { IsLoss: false, IsIncremental: true })];

    [Theory]
    [MemberData(nameof(All))]
    public void Case_is_of_a_known_kind(string name)
    {
        ImprintingCase golden = ImprintingCase.Open(name);

        Assert.Empty(golden.Unknown());
        Assert.True(golden.IsLoss || Enum.IsDefined(golden.Kind));
    }

    [Theory]
    [MemberData(nameof(AtOnce))]
    public void Imprint_gives_the_golden_head_and_scores(string name)
    {
        ImprintingCase golden = ImprintingCase.Open(name);
        if (golden.Has("error"))
        {
            Exception? error = Record.Exception(() => Check<double>(golden, "f64", DoubleTolerance));
            Assert.True(error is ArgumentException or UserException, $"{name}: expected an error, got {error}");
            return;
        }

        Check<double>(golden, "f64", DoubleTolerance);
        Check<float>(golden, "f32", FloatTolerance);
    }

    [Theory]
    [MemberData(nameof(Incremental))]
    public void Add_gives_the_golden_head_and_scores_after_every_step(string name)
    {
        ImprintingCase golden = ImprintingCase.Open(name);

        CheckSteps<double>(golden, DoubleTolerance);
        CheckSteps<float>(golden, FloatTolerance);
    }

    private static void Check<T>(ImprintingCase golden, string type, double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Matrix<T> support = golden.Matrix<T>("x_raw");
        Matrix<T> queries = golden.Matrix<T>("q_raw");
        ClassList list = ImprintingCase.Classes(golden.Json.GetProperty("labels"));
        string[] classes = ImprintingCase.ClassNames(golden.Json.GetProperty("classes"));
        if (golden.Has("policy"))
        {
            list = WithUnsupported(list, classes);
        }

        Assert.Equal(classes, list.Names);
        AssertOneHot(golden, list.Labels);
        AssertClose<T>(golden, $"{type}/x_norm", UnitRows.Normalize(support.View).Values, tolerance);
        AssertClose<T>(golden, $"{type}/q_norm", UnitRows.Normalize(queries.View).Values, tolerance);

        ImprintedHead<T> head = ImprintedHead<T>.Imprint(golden.Kind, support, list.Labels, list.Names);
        var logits = new Matrix<T>(queries.Rows, classes.Length);
        var scores = new Matrix<T>(queries.Rows, classes.Length);
        head.Logits(queries, logits.Values);
        head.Scores(queries, scores.Values);

        AssertClose<T>(golden, $"{type}/W", Transposed(head.Weights).Values, tolerance);
        if (!golden.Has("policy"))
        {
            AssertClose<T>(golden, $"{type}/logits", logits.Values, tolerance);
            AssertClose<T>(golden, $"{type}/scores", scores.Values, tolerance);
        }

        AssertPredictions(golden, head, scores, tolerance);
        AssertWinners(golden, head, scores, tolerance);
    }

    private static void CheckSteps<T>(ImprintingCase golden, double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Matrix<T> queries = golden.Matrix<T>("q_raw");
        ImprintedHead<T>? head = null;
        int step = 0;
        foreach (JsonElement json in golden.Json.GetProperty("steps").EnumerateArray())
        {
            Matrix<T> support = golden.Matrix<T>($"step{step}/x_raw");
            ClassList list = ImprintingCase.Classes(json.GetProperty("labels"));
            Assert.Equal(ImprintingCase.ClassNames(json.GetProperty("new_classes")), list.Names);

            head = head is null
                ? ImprintedHead<T>.Imprint(golden.Kind, support, list.Labels, list.Names)
                : head.Add(support, list.Labels, list.Names);
            var scores = new Matrix<T>(queries.Rows, head.Classes.Count);
            head.Scores(queries, scores.Values);

            Assert.Equal(ImprintingCase.ClassNames(json.GetProperty("columns_after")), head.Classes);
            AssertClose<T>(golden, $"step{step}/W_all", Transposed(head.Weights).Values, tolerance);
            AssertClose<T>(golden, $"step{step}/scores", scores.Values, tolerance);
            AssertWinners(json.GetProperty("argmax_column"), head, scores, tolerance, $"{golden.Name}, step {step}");
            step++;
        }
    }

    private static void AssertOneHot(ImprintingCase golden, LabelRows labels)
    {
        if (golden.Arrays?.Has("y_onehot") == true)
        {
            double[] oneHot = golden.Arrays["y_onehot"].Values;
            Assert.Equal(labels.Rows * labels.Classes, oneHot.Length);
            for (int cell = 0; cell < oneHot.Length; cell++)
            {
                Assert.Equal(oneHot[cell] != 0, labels.Has(cell / labels.Classes, cell % labels.Classes));
            }
        }
    }

    private static void AssertClose<T>(ImprintingCase golden, string array, ReadOnlySpan<T> actual, double tolerance)
        where T : unmanaged, INumberBase<T>
    {
        double[] expected = golden.Arrays![array].Values;
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            double difference = Math.Abs(expected[i] - double.CreateChecked(actual[i]));
            Assert.True(difference <= tolerance, $"mwi/{golden.Name} {array}[{i}]: off by {difference}");
        }
    }

    /// <summary>Predicted classes at every threshold; a margin below the tolerance, but not 0, decides
    /// nothing.</summary>
    private static void AssertPredictions<T>(
        ImprintingCase golden, ImprintedHead<T> head, Matrix<T> scores, double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!golden.Has("predicted_classes"))
        {
            return;
        }

        foreach (JsonProperty threshold in golden.Json.GetProperty("predicted_classes").EnumerateObject())
        {
            double margin = golden.Json.GetProperty("min_margin_to_threshold").GetProperty(threshold.Name).GetDouble();
            if (margin != 0 && margin <= tolerance)
            {
                continue;
            }

            T value = T.CreateTruncating(double.Parse(threshold.Name, CultureInfo.InvariantCulture));
            int row = 0;
            foreach (JsonElement expected in threshold.Value.EnumerateArray())
            {
                string[] actual = Array.ConvertAll(head.Predicted(scores.Row(row++), value), c => head.Classes[c]);
                Assert.Equal(ImprintingCase.ClassNames(expected), actual);
            }
        }
    }

    private static void AssertWinners<T>(
        ImprintingCase golden, ImprintedHead<T> head, Matrix<T> scores, double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (golden.Has("argmax_index"))
        {
            JsonElement expected = golden.Json.GetProperty("argmax_index");
            AssertWinners(expected, head, scores, tolerance, golden.Name);
            string[] names = [.. expected.EnumerateArray().Select(index => head.Classes[index.GetInt32()])];
            Assert.Equal(ImprintingCase.ClassNames(golden.Json.GetProperty("argmax_class")), names);
        }
    }

    /// <summary>The winner of every row; a lead below the tolerance, but not 0, decides nothing.</summary>
    private static void AssertWinners<T>(
        JsonElement expected, ImprintedHead<T> head, Matrix<T> scores, double tolerance, string where)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Assert.Equal(scores.Rows, expected.GetArrayLength());
        for (int row = 0; row < scores.Rows; row++)
        {
            Span<T> values = scores.Row(row);
            int winner = head.Winner(values);
            double lead = Math.Abs(double.CreateChecked(values[winner] - values[expected[row].GetInt32()]));
            bool decides = lead == 0 || lead > tolerance;
            bool agrees = winner == expected[row].GetInt32();
            Assert.True(agrees || !decides, $"mwi/{where}: winner of row {row} is {winner}");
        }
    }

    private static Matrix<T> Transposed<T>(Matrix<T> matrix)
        where T : unmanaged
    {
        var transposed = new Matrix<T>(matrix.Columns, matrix.Rows);
        for (int cell = 0; cell < matrix.Values.Length; cell++)
        {
            transposed.Row(cell % matrix.Columns)[cell / matrix.Columns] = matrix.Values[cell];
        }

        return transposed;
    }

    /// <summary>The labels over all classes that the case names, some of which have no support.</summary>
    private static ClassList WithUnsupported(ClassList list, string[] classes)
    {
        var rows = new int[list.Labels.Rows][];
        for (int row = 0; row < rows.Length; row++)
        {
            rows[row] = Array.ConvertAll(list.Labels.Row(row).ToArray(), c => Array.IndexOf(classes, list.Names[c]));
        }

        return new ClassList(classes, LabelRows.Of(rows, classes.Length));
    }
}
