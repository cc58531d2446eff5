using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Tests.LinearAlgebra;

namespace Clipper.Core.Tests.Imprinting;

public sealed class ImprintedHeadTests
{
    [Theory]
    [MemberData(nameof(RowProductsTests.Lengths), MemberType = typeof(RowProductsTests))]
    public void Head_agrees_with_the_definition_worked_by_plain_loops(int dimension)
    {
        Matrix<float> support = Numbers.Normal<float>(9, dimension, 1);
        Matrix<float> queries = Numbers.Normal<float>(5, dimension, 2);
        LabelRows labels = LabelRows.Of([[0], [1, 2], [2], [], [0, 1, 2], [1], [3], [0, 3], [2]], 4);

        var head = ImprintedHead<float>.Imprint(HeadKind.Mwi, support, labels, ["a", "b", "c", "d"]);
        var scores = new float[20];
        head.Scores(queries, scores);

        double[,] weights = PlainHead.Weights(support, labels);
        for (int cell = 0; cell < 20; cell++)
        {
            Assert.Equal(PlainHead.Sigmoid(PlainHead.Cosine(queries, cell / 4, weights, cell % 4)), scores[cell], 1e-6);
        }
    }

    [Fact]
    public void Imprint_gives_unit_weights()
    {
        ImprintedHead<float> head = Imprint(HeadKind.Mwi, classes: 6, rows: 200, dimension: 33);

        for (int c = 0; c < 6; c++)
        {
            Assert.Equal(1, head.Weights.Row(c).ToArray().Sum(w => (double)w * w), 1e-6);
        }
    }

    [Fact]
    public void Imprint_does_not_depend_on_what_other_classes_there_are()
    {
        Matrix<float> support = Numbers.Normal<float>(50, 65, 3);
        int[] labels = [.. Enumerable.Range(0, 50).Select(row => row % 5)];
        int[] merged = [.. labels.Select(label => Math.Min(label, 1))];

        var five = ImprintedHead<float>.Imprint(
            HeadKind.Wi, support, LabelRows.Single(labels, 5), ["0", "1", "2", "3", "4"]);
        var two = ImprintedHead<float>.Imprint(HeadKind.Wi, support, LabelRows.Single(merged, 2), ["0", "1"]);

        Assert.Equal(five.Weights.Row(0).ToArray(), two.Weights.Row(0).ToArray());
    }

    [Theory]
    [InlineData(HeadKind.Wi)]
    [InlineData(HeadKind.Mwi)]
    public void Class_without_support_never_wins_and_is_never_predicted(HeadKind kind)
    {
        // The query points away from both imprinted classes, so a cosine of 0 would beat them.
        var support = new Matrix<double>([1, 0, 1, 0.1], 2, 2);
        var query = new Matrix<double>([-1, 0], 1, 2);

        var head = ImprintedHead<double>.Imprint(kind, support, LabelRows.Single([0, 2], 3), ["a", "none", "b"]);
        var logits = new double[3];
        var scores = new double[3];
        head.Logits(query, logits);
        head.Scores(query, scores);

        Assert.Equal([true, false, true], Enumerable.Range(0, 3).Select(head.IsImprinted));
        Assert.Equal(double.NegativeInfinity, logits[1]);
        Assert.Equal(0, scores[1]);
        Assert.Equal(2, head.Winner(scores));
        Assert.Equal(2, head.Winner(logits));
        Assert.Equal([0, 2], head.Predicted(scores, 0));
    }

    [Theory]
    [InlineData(HeadKind.Wi)]
    [InlineData(HeadKind.Mwi)]
    public void Head_without_any_support_has_no_winner(HeadKind kind)
    {
        var head = ImprintedHead<float>.Imprint(kind, new Matrix<float>(0, 4), LabelRows.Of([], 2), ["a", "b"]);
        var scores = new float[2];
        head.Scores(Numbers.Normal<float>(1, 4, 4), scores);

        Assert.Equal([0, 0], scores);
        Assert.Equal(-1, head.Winner(scores));
    }

    [Fact]
    public void Class_of_zero_vectors_has_the_cosine_zero_as_in_the_reference()
    {
        var head = ImprintedHead<double>.Imprint(
            HeadKind.Mwi, new Matrix<double>([0, 0, 1, 1], 2, 2), LabelRows.Single([0, 1], 2), ["zero", "one"]);
        var scores = new double[2];
        head.Scores(new Matrix<double>([3, 4], 1, 2), scores);

        Assert.True(head.IsImprinted(0));
        Assert.Equal(0.5, scores[0]);
    }

    [Fact]
    public void Scores_of_wi_sum_to_one()
    {
        ImprintedHead<double> head = ImprintedHead<double>.FromWeights(
            HeadKind.Wi, Numbers.Normal<double>(7, 10, 5), ["a", "b", "c", "d", "e", "f", "g"]);
        var scores = new double[21];
        head.Scores(Numbers.Normal<double>(3, 10, 6), scores);

        Assert.Equal(1, scores[7..14].Sum(), 1e-14);
    }

    [Theory]
    [InlineData(HeadKind.Wi)]
    [InlineData(HeadKind.Mwi)]
    public void Scores_of_a_row_are_the_same_bits_alone_and_in_a_batch(HeadKind kind)
    {
        ImprintedHead<float> head = Imprint(kind, classes: 13, rows: 40, dimension: 65);
        Matrix<float> queries = Numbers.Normal<float>(131, 65, 8);
        var together = new float[131 * 13];
        var alone = new float[13];

        head.Scores(queries, together);

        for (int row = 0; row < 131; row++)
        {
            head.Scores(queries.View.Slice(row, 1), alone);
            Assert.Equal(alone, together[(row * 13)..((row + 1) * 13)]);
        }
    }

    [Fact]
    public void Winner_of_tied_scores_is_the_lowest_column()
    {
        ImprintedHead<float> head = Imprint(HeadKind.Wi, classes: 4, rows: 8, dimension: 3);

        Assert.Equal(1, head.Winner([0.1f, 0.4f, 0.4f, 0.1f]));
        Assert.Equal(0, head.Winner([-0f, 0f, -0f, 0f]));
    }

    [Fact]
    public void Predicted_includes_a_score_at_the_threshold() =>
        Assert.Equal([1, 2], Imprint(HeadKind.Mwi, 3, 6, 3).Predicted([0.49f, 0.5f, 0.51f], 0.5f));

    [Fact]
    public void Add_appends_columns_and_keeps_the_first_head()
    {
        ImprintedHead<double> first = ImprintedHead<double>.FromWeights(
            HeadKind.Mwi, new Matrix<double>([2, 0, 0, 0], 2, 2), ["long", "none"]);

        ImprintedHead<double> both = first.Add(new Matrix<double>([0, 5], 1, 2), LabelRows.Single([0], 1), ["new"]);

        Assert.Equal(["long", "none", "new"], both.Classes);
        Assert.Equal([1, 0, 0, 0, 0, 1], both.Weights.Values.ToArray());
        Assert.Equal([true, false, true], Enumerable.Range(0, 3).Select(both.IsImprinted));
        Assert.Equal([2, 0, 0, 0], first.Weights.Values.ToArray());
    }

    [Fact]
    public void Add_of_a_class_that_is_there_already_is_refused()
    {
        ImprintedHead<float> head = Imprint(HeadKind.Wi, classes: 2, rows: 4, dimension: 3);

        var error = Assert.Throws<ArgumentException>(
            () => head.Add(new Matrix<float>(1, 3), LabelRows.Single([0], 1), ["class1"]));

        Assert.Contains("'class1' is given twice", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Imprint_of_labels_that_do_not_fit_states_both()
    {
        var error = Assert.Throws<ArgumentException>(() => ImprintedHead<float>.Imprint(
            HeadKind.Wi, new Matrix<float>(3, 4), LabelRows.Single([0, 1], 2), ["a", "b"]));

        Assert.Contains("shape [3, 4] need the labels of 3 rows, got 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Imprint_of_names_that_do_not_fit_states_both()
    {
        var error = Assert.Throws<ArgumentException>(() => ImprintedHead<float>.Imprint(
            HeadKind.Wi, new Matrix<float>(1, 4), LabelRows.Single([0], 2), ["a"]));

        Assert.Contains("2 classes need as many class names, got 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Imprint_of_a_NaN_names_the_row_even_without_a_label()
    {
        var support = new Matrix<float>(3, 4);
        support.Row(1)[2] = float.NaN;

        var error = Assert.Throws<NonFiniteException>(() => ImprintedHead<float>.Imprint(
            HeadKind.Wi, support, LabelRows.Of([[0], [], [0]], 1), ["a"]));

        Assert.Equal((1, 2), (error.Row, error.Column));
    }

    [Fact]
    public void Logits_of_a_NaN_name_its_row_in_the_whole_batch()
    {
        ImprintedHead<float> head = Imprint(HeadKind.Wi, classes: 2, rows: 4, dimension: 3);
        Matrix<float> queries = Numbers.Normal<float>(200, 3, 9);
        queries.Row(150)[1] = float.NaN;

        var error = Assert.Throws<NonFiniteException>(() => head.Logits(queries, new float[400]));

        Assert.Equal((150, 1), (error.Row, error.Column));
    }

    [Fact]
    public void Logits_of_another_dimension_state_both_shapes()
    {
        ImprintedHead<float> head = Imprint(HeadKind.Wi, classes: 2, rows: 4, dimension: 3);

        var error = Assert.Throws<ArgumentException>(() => head.Logits(new Matrix<float>(1, 4), new float[2]));

        Assert.Contains("[1, 4] do not fit weights of shape [2, 3]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Logits_into_the_wrong_room_state_both_sizes()
    {
        ImprintedHead<float> head = Imprint(HeadKind.Wi, classes: 2, rows: 4, dimension: 3);

        var error = Assert.Throws<ArgumentException>(() => head.Logits(new Matrix<float>(5, 3), new float[9]));

        Assert.Contains("are 10 numbers, got room for 9", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Winner_and_Predicted_of_a_row_of_another_length_are_refused()
    {
        ImprintedHead<float> head = Imprint(HeadKind.Wi, classes: 2, rows: 4, dimension: 3);

        Assert.Throws<ArgumentException>(() => head.Winner([1]));
        Assert.Throws<ArgumentException>(() => head.Predicted([1, 2, 3], 0.5f));
    }

    [Fact]
    public void FromWeights_of_names_that_do_not_fit_or_of_a_NaN_is_refused()
    {
        var weights = new Matrix<float>([1, float.NaN], 1, 2);

        Assert.Throws<ArgumentException>(() => ImprintedHead<float>.FromWeights(HeadKind.Wi, weights, ["a", "b"]));
        Assert.Throws<NonFiniteException>(() => ImprintedHead<float>.FromWeights(HeadKind.Wi, weights, ["a"]));
    }

    private static ImprintedHead<float> Imprint(HeadKind kind, int classes, int rows, int dimension) =>
        ImprintedHead<float>.Imprint(
            kind,
            Numbers.Normal<float>(rows, dimension, 7),
            LabelRows.Single([.. Enumerable.Range(0, rows).Select(row => row % classes)], classes),
            [.. Enumerable.Range(0, classes).Select(c => $"class{c}")]);
}
