using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Randomness;
using Clipper.Core.Training;

namespace Clipper.Core.Tests.Training;

public sealed class HeadTrainerTests
{
    private static readonly TrainingSettings s_paper = new(TrainingLoss.BinaryCrossEntropy);

    [Theory]
    [InlineData(1, TrainingLoss.BinaryCrossEntropy)]
    [InlineData(7, TrainingLoss.CategoricalCrossEntropy)]
    [InlineData(8, TrainingLoss.BinaryCrossEntropy)]
    [InlineData(15, TrainingLoss.BinaryCrossEntropy)]
    [InlineData(16, TrainingLoss.CategoricalCrossEntropy)]
    [InlineData(17, TrainingLoss.BinaryCrossEntropy)]
    [InlineData(511, TrainingLoss.CategoricalCrossEntropy)]
    [InlineData(512, TrainingLoss.BinaryCrossEntropy)]
    [InlineData(513, TrainingLoss.BinaryCrossEntropy)]
    public void Train_gives_what_the_plain_formulas_give(int dimension, TrainingLoss loss)
    {
        const int Copies = 2;
        Matrix<double> rows = TrainingExample.Rows(classes: 5, shots: 3, dimension);
        LabelRows labels = TrainingExample.Several(classes: 5, shots: 3);
        ImprintedHead<double> head = TrainingExample.Head(HeadKind.Mwi, rows.View, labels);
        var settings = new TrainingSettings(loss, Batch: 4, LearningRate: 0.01);

        var trainer = new HeadTrainer<double>(
            head, TrainingSet<double>.Of(rows, labels, Copies), settings, new SeededOrder(new Seed(3)));
        trainer.Train(6);

        var plain = new PlainTraining(head.Weights, settings);
        Matrix<double> unit = UnitRows.Normalize(rows.View);
        var order = new SeededOrder(new Seed(3));
        var samples = new int[rows.Rows * (1 + Copies)];
        for (int epoch = 0; epoch < 6; epoch++)
        {
            order.Next(samples);
            plain.Epoch(unit, labels, samples);
        }

        AssertClose(plain.Weights.Cast<double>(), trainer.Weights().Values, 1e-12);
    }

    [Theory]
    [InlineData(17)]
    [InlineData(512)]
    public void Train_in_float_stays_close_to_double(int dimension)
    {
        Matrix<double> rows = TrainingExample.Rows(classes: 5, shots: 5, dimension);
        Matrix<float> narrow = TrainingExample.Narrow(rows);
        LabelRows labels = TrainingExample.Single(classes: 5, shots: 5);

        var exact = new HeadTrainer<double>(
            TrainingExample.Head(HeadKind.Mwi, rows.View, labels), TrainingSet<double>.Of(rows, labels), s_paper,
            new SeededOrder(new Seed(4)));
        var quick = new HeadTrainer<float>(
            TrainingExample.Head(HeadKind.Mwi, narrow.View, labels), TrainingSet<float>.Of(narrow, labels), s_paper,
            new SeededOrder(new Seed(4)));
        exact.Train(20);
        quick.Train(20);

        AssertClose(
            exact.Head().Weights.Values.ToArray(),
            Array.ConvertAll(quick.Head().Weights.Values.ToArray(), value => (double)value),
            5e-5);
    }

    [Fact]
    public void HeadsAfter_gives_what_a_fresh_trainer_gives_for_every_count()
    {
        Matrix<double> rows = TrainingExample.Rows(classes: 4, shots: 5, dimension: 32);
        LabelRows labels = TrainingExample.Single(classes: 4, shots: 5);
        HeadTrainer<double> Fresh() => new(
            TrainingExample.Head(HeadKind.Wi, rows.View, labels), TrainingSet<double>.Of(rows, labels), s_paper,
            new SeededOrder(new Seed(5)));
        int[] epochs = [0, 5, 10, 40];

        IReadOnlyList<ImprintedHead<double>> heads = Fresh().HeadsAfter(epochs);

        for (int i = 0; i < epochs.Length; i++)
        {
            HeadTrainer<double> fresh = Fresh();
            fresh.Train(epochs[i]);
            Assert.Equal(fresh.Head().Weights.Values.ToArray(), heads[i].Weights.Values.ToArray());
        }
    }

    [Fact]
    public void Head_before_training_is_the_one_it_started_from()
    {
        Matrix<double> rows = TrainingExample.Rows(classes: 3, shots: 2, dimension: 8);
        LabelRows labels = TrainingExample.Single(classes: 3, shots: 2);
        ImprintedHead<double> head = TrainingExample.Head(HeadKind.Wi, rows.View, labels);

        var trainer = new HeadTrainer<double>(
            head, TrainingSet<double>.Of(rows, labels), s_paper, new SeededOrder(default));

        Assert.Same(head, trainer.Head());
    }

    [Fact]
    public void Copies_are_the_same_as_repeated_rows()
    {
        Matrix<double> rows = TrainingExample.Rows(classes: 3, shots: 2, dimension: 20);
        LabelRows labels = TrainingExample.Single(classes: 3, shots: 2);
        ImprintedHead<double> head = TrainingExample.Head(HeadKind.Mwi, rows.View, labels);
        var repeated = new Matrix<double>(
            [.. rows.Values, .. rows.Values, .. rows.Values], 3 * rows.Rows, rows.Columns);
        int[] own = [.. Enumerable.Range(0, rows.Rows).Select(row => row / 2)];
        var repeatedLabels = LabelRows.Single([.. own, .. own, .. own], classes: 3);

        double[] Train(TrainingSet<double> set)
        {
            var trainer = new HeadTrainer<double>(head, set, s_paper, new SeededOrder(new Seed(6)));
            trainer.Train(4);
            return trainer.Weights().Values.ToArray();
        }

        Assert.Equal(
            Train(TrainingSet<double>.Of(repeated, repeatedLabels)),
            Train(TrainingSet<double>.Of(rows, labels, copies: 2)));
    }

    [Theory]
    [InlineData(HeadKind.Mwi, TrainingLoss.BinaryCrossEntropy)]
    [InlineData(HeadKind.Wi, TrainingLoss.CategoricalCrossEntropy)]
    public void Trivial_copies_are_nearly_as_many_times_more_epochs(HeadKind kind, TrainingLoss loss)
    {
        Matrix<double> rows = TrainingExample.Rows(classes: 5, shots: 5, dimension: 64);
        LabelRows labels = TrainingExample.Single(classes: 5, shots: 5);
        ImprintedHead<double> head = TrainingExample.Head(kind, rows.View, labels);
        double[] Train(int copies, int epochs)
        {
            var trainer = new HeadTrainer<double>(
                head, TrainingSet<double>.Of(rows, labels, copies), new TrainingSettings(loss),
                new SeededOrder(new Seed(7)));
            trainer.Train(epochs);
            return trainer.Head().Weights.Values.ToArray();
        }

        double[] copied = Train(copies: 10, epochs: 4);
        double[] longer = Train(copies: 0, epochs: 44);

        double moved = Distance(head.Weights.Values.ToArray(), longer);
        Assert.True(moved > 0.2, $"training moved the weights by {moved} alone");
        Assert.True(Distance(copied, longer) < 0.15 * moved, $"{Distance(copied, longer)} of {moved} apart");
    }

    [Fact]
    public void RenormalizeEvery_gives_unit_columns_after_each_block_and_not_within()
    {
        Matrix<double> rows = TrainingExample.Rows(classes: 3, shots: 4, dimension: 16);
        LabelRows labels = TrainingExample.Single(classes: 3, shots: 4);
        var trainer = new HeadTrainer<double>(
            TrainingExample.Head(HeadKind.Mwi, rows.View, labels), TrainingSet<double>.Of(rows, labels),
            s_paper with { RenormalizeEvery = 5 }, new SeededOrder(new Seed(8)));

        trainer.Train(4);
        double within = Norm(trainer.Weights().Row(0));
        trainer.Train(1);
        double after = Norm(trainer.Weights().Row(0));

        Assert.NotEqual(1, within, 6);
        Assert.Equal(1, after, 12);
    }

    [Fact]
    public void Class_without_support_stays_unimprinted()
    {
        Matrix<double> rows = TrainingExample.Rows(classes: 2, shots: 3, dimension: 8);
        var labels = LabelRows.Single([0, 0, 0, 2, 2, 2], classes: 3);
        var trainer = new HeadTrainer<double>(
            TrainingExample.Head(HeadKind.Mwi, rows.View, labels), TrainingSet<double>.Of(rows, labels), s_paper,
            new SeededOrder(default));

        trainer.Train(2);

        Assert.False(trainer.Head().IsImprinted(1));
        Assert.True(trainer.Head().IsImprinted(2));
    }

    [Fact]
    public void Set_that_does_not_fit_the_head_is_refused()
    {
        Matrix<double> rows = TrainingExample.Rows(classes: 2, shots: 3, dimension: 8);
        LabelRows labels = TrainingExample.Single(classes: 2, shots: 3);
        ImprintedHead<double> head = TrainingExample.Head(HeadKind.Mwi, rows.View, labels);
        TrainingSet<double> other = TrainingSet<double>.Of(
            TrainingExample.Rows(classes: 2, shots: 3, dimension: 9), labels);

        Assert.Throws<ArgumentException>(
            () => new HeadTrainer<double>(head, other, s_paper, new SeededOrder(default)));
        Assert.Throws<ArgumentException>(() => TrainingSet<double>.Of(rows, LabelRows.Single([0], classes: 2)));
    }

    [Fact]
    public void HeadsAfter_refuses_to_go_back()
    {
        Matrix<double> rows = TrainingExample.Rows(classes: 2, shots: 3, dimension: 8);
        LabelRows labels = TrainingExample.Single(classes: 2, shots: 3);
        var trainer = new HeadTrainer<double>(
            TrainingExample.Head(HeadKind.Mwi, rows.View, labels), TrainingSet<double>.Of(rows, labels), s_paper,
            new SeededOrder(default));

        Assert.Throws<ArgumentException>(() => trainer.HeadsAfter([3, 2]));
    }

    private static double Norm(ReadOnlySpan<double> row) =>
        Math.Sqrt(row.ToArray().Sum(value => value * value));

    private static double Distance(double[] a, double[] b) =>
        Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Sum());

    private static void AssertClose(IEnumerable<double> expected, ReadOnlySpan<double> actual, double tolerance)
    {
        double[] values = [.. expected];
        Assert.Equal(values.Length, actual.Length);
        for (int i = 0; i < values.Length; i++)
        {
            Assert.Equal(values[i], actual[i], tolerance);
        }
    }
}
