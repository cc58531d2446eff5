using Clipper.Core.Continual;

namespace Clipper.Core.Tests.Continual;

/// <summary>A stream of four tasks, worked by hand.</summary>
public sealed class TransferMatrixTests
{
    // What is not learnt yet is NaN but for the next task, so that reading anything else shows.
    private static readonly double[,] _values =
    {
        { 0.9, 0.3, double.NaN, double.NaN },
        { 0.8, 0.8, 0.2, double.NaN },
        { 0.85, 0.6, 0.7, 0.25 },
        { 0.6, 0.7, 0.5, 1.0 },
    };

    private static readonly TransferMatrix _stream = new(_values, [0.25, 0.25, 0.25, 0.25]);

    [Fact]
    public void Averages_are_over_the_tasks_that_are_learnt()
    {
        // (0.6 + 0.7 + 0.5 + 1.0) / 4
        Assert.Equal(0.7, _stream.FinalAverage, 12);

        // 0.9, (0.8 + 0.8) / 2 = 0.8, (0.85 + 0.6 + 0.7) / 3 = 0.71666…, 0.7; their mean
        Assert.Equal((0.9 + 0.8 + (2.15 / 3) + 0.7) / 4, _stream.IncrementalAverage, 12);
    }

    [Fact]
    public void Backward_transfer_is_the_change_since_each_task_was_learnt()
    {
        // (0.6 − 0.9) + (0.7 − 0.8) + (0.5 − 0.7) = −0.6, over three tasks
        Assert.Equal(-0.2, _stream.BackwardTransfer, 12);
    }

    [Fact]
    public void Forgetting_is_what_was_lost_of_the_best_before_the_last_step()
    {
        Assert.Equal(0.9 - 0.6, _stream.ForgettingOf(0), 12);
        Assert.Equal(0.8 - 0.7, _stream.ForgettingOf(1), 12);
        Assert.Equal(0.7 - 0.5, _stream.ForgettingOf(2), 12);
        Assert.True(double.IsNaN(_stream.ForgettingOf(3)));
        Assert.Equal(0.2, _stream.Forgetting, 12);
    }

    [Fact]
    public void Forgetting_is_negative_for_a_task_that_is_done_better_at_the_end()
    {
        var stream = new TransferMatrix(new[,] { { 0.5, 0.0 }, { 0.8, 0.9 } }, [0, 0]);

        Assert.Equal(-0.3, stream.Forgetting, 12);
        Assert.Equal(0.3, stream.BackwardTransfer, 12);
    }

    [Fact]
    public void Forward_transfer_is_what_was_known_of_a_task_before_less_what_a_blind_learner_has()
    {
        // (0.3 − 0.25) + (0.2 − 0.25) + (0.25 − 0.25) = 0
        Assert.Equal(0, _stream.ForwardTransfer, 12);
        Assert.Equal(0.25, new TransferMatrix(_values, [0, 0, 0, 0]).ForwardTransfer, 12);
    }

    [Fact]
    public void One_task_has_no_transfer()
    {
        var stream = new TransferMatrix(new[,] { { 0.5 } }, [0]);

        Assert.Equal(0.5, stream.FinalAverage);
        Assert.True(double.IsNaN(stream.BackwardTransfer));
        Assert.True(double.IsNaN(stream.Forgetting));
        Assert.True(double.IsNaN(stream.ForwardTransfer));
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new TransferMatrix(new double[2, 3], [0, 0]));
        Assert.Throws<ArgumentException>(() => new TransferMatrix(new double[2, 2], [0]));
        Assert.Throws<ArgumentException>(() => new TransferMatrix(new double[0, 0], []));
    }
}
