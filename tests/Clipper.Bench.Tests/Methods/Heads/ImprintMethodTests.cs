using Clipper.Bench.Configuration;
using Clipper.Bench.Methods;
using Clipper.Bench.Methods.Heads;
using Clipper.Core.Imprinting;
using Clipper.Core.Metrics;
using Clipper.Core.Training;

namespace Clipper.Bench.Tests.Methods.Heads;

public sealed class ImprintMethodTests
{
    private static readonly ImprintSettings s_mwi = new(HeadKind.Mwi, "mwi", ThresholdGrid.Paper.Values);
    private static readonly TrainingSettings s_bce = new(TrainingLoss.BinaryCrossEntropy);

    [Fact]
    public void Training_gives_one_scoring_for_every_number_of_epochs()
    {
        IReadOnlyList<Scoring> trained = new MethodFixture().Score(s_mwi with { Train = Plan(0, 5, 10) });
        Scoring untrained = Assert.Single(new MethodFixture().Score(s_mwi));

        Assert.Equal([0, 5, 10], trained.Select(scoring => scoring.Condition.Epochs));
        Assert.All(trained, scoring => Assert.Null(scoring.Condition.Augment));
        Assert.Null(untrained.Condition.Epochs);
        Assert.Equal(Values(untrained), Values(trained[0]));
        Assert.NotEqual(Values(trained[1]), Values(trained[2]));
    }

    [Theory]
    [InlineData("coco-full-val2017", ProtocolMode.Paper, true)]
    [InlineData("imaterialist-patch", ProtocolMode.Paper, true)]
    [InlineData("coco-full-val2017", ProtocolMode.Corrected, false)]
    [InlineData("yalefaces", ProtocolMode.Paper, false)]
    public void Reference_trains_COCO_and_iMaterialist_in_blocks_of_five_epochs(
        string dataset, ProtocolMode mode, bool expected)
    {
        var fixture = new MethodFixture { Dataset = dataset, Mode = mode };
        TrainPlan plan = Plan(5, 20);
        TrainPlan blocks = plan with { Settings = plan.Settings with { RenormalizeEvery = 5 } };
        TrainPlan own = plan with { Settings = plan.Settings with { RenormalizeEvery = 2 } };

        float[][] standard = Scores(plan);

        Assert.Equal(expected, Scores(blocks)[1].SequenceEqual(standard[1]));
        Assert.Equal(Scores(blocks)[0], standard[0]);
        Assert.NotEqual(Scores(own)[1], standard[1]);

        float[][] Scores(TrainPlan train) => [.. fixture.Score(s_mwi with { Train = train }).Select(Values)];
    }

    [Fact]
    public void Scoring_of_an_epoch_does_not_depend_on_the_others()
    {
        var fixture = new MethodFixture();

        float[] alone = Values(fixture.Score(s_mwi with { Train = Plan(10) })[0]);

        Assert.Equal(alone, Values(fixture.Score(s_mwi with { Train = Plan(0, 5, 10, 20) })[2]));
    }

    [Fact]
    public void Trivial_copies_change_no_imprint_and_are_many_more_steps()
    {
        var fixture = new MethodFixture();
        ImprintSettings copied = s_mwi with
        {
            Train = Plan(0, 2),
            Augment = new Augmentation(AugmentationKind.Trivial, 10, 0),
        };

        IReadOnlyList<Scoring> copies = fixture.Score(copied);
        float[] longer = Values(fixture.Score(s_mwi with { Train = Plan(22) })[0]);

        Assert.Empty(fixture.Asked);
        Assert.Equal(new Condition(2, "trivial", 10), copies[1].Condition);
        Assert.Equal(Values(fixture.Score(s_mwi)[0]), Values(copies[0]));
        double moved = Distance(Values(copies[0]), longer);
        Assert.True(Distance(Values(copies[1]), longer) < 0.15 * moved);
    }

    [Fact]
    public void Matched_steps_are_those_of_so_many_copies()
    {
        var fixture = new MethodFixture();

        Scoring matched = fixture.Score(s_mwi with { Train = Plan(2) with { MatchCopies = 10 } })[0];

        Assert.Equal(new Condition(2), matched.Condition);
        Assert.Equal(Values(fixture.Score(s_mwi with { Train = Plan(22) })[0]), Values(matched));
    }

    [Fact]
    public void Changed_copies_take_part_in_the_class_mean_and_in_training()
    {
        var augmentation = new Augmentation(AugmentationKind.Nontrivial, 3, 7);
        var same = new MethodFixture { Shift = 0 };
        var changed = new MethodFixture();

        Scoring untrained = changed.Score(s_mwi with { Augment = augmentation })[0];
        Scoring trained = changed.Score(s_mwi with { Augment = augmentation, Train = Plan(4) })[0];

        Assert.Equal([augmentation, augmentation], changed.Asked);
        Assert.Equal(new Condition(null, "nontrivial", 3), untrained.Condition);
        Assert.Equal(new Condition(4, "nontrivial", 3), trained.Condition);
        Assert.NotEqual(Values(changed.Score(s_mwi)[0]), Values(untrained));
        double apart = Distance(
            Values(same.Score(s_mwi with { Augment = augmentation })[0]), Values(same.Score(s_mwi)[0]));
        Assert.True(apart < 1e-5, $"copies that change nothing changed the scores by {apart}");
    }

    [Fact]
    public void Episodes_have_batch_orders_of_their_own()
    {
        var fixture = new MethodFixture();
        EpisodeTask other = MethodFixture.Task with { Seed = 4 };

        float[] first = Values(fixture.Score(s_mwi with { Train = Plan(3) })[0]);

        Assert.NotEqual(first, Values(fixture.Score(s_mwi with { Train = Plan(3) }, other)[0]));
        Assert.Equal(first, Values(fixture.Score(s_mwi with { Train = Plan(3) })[0]));
    }

    // PROTOCOL sections 1 and 6: what the reference's numbers show of themselves.
    [Fact]
    public void Sigmoid_scores_lie_in_the_range_of_a_cosine_before_and_after_training()
    {
        foreach (Scoring scoring in new MethodFixture().Score(s_mwi with { Train = Plan(0, 5, 80) }))
        {
            Assert.All(Values(scoring), score => Assert.InRange(score, 0.2689f, 0.7311f));
        }
    }

    [Fact]
    public void Best_micro_f1_rises_with_training_and_more_with_trivial_copies()
    {
        double plain = 0, trained = 0, copied = 0;
        for (int seed = 0; seed < 10; seed++)
        {
            EpisodeTask task = MethodFixture.MakeTask(seed);
            plain += BestMicroF1(s_mwi with { Train = Plan(0) }, task);
            trained += BestMicroF1(s_mwi with { Train = Plan(5) }, task);
            copied += BestMicroF1(
                s_mwi with { Train = Plan(5), Augment = new(AugmentationKind.Trivial, 10, 0) }, task);
        }

        Assert.True(trained > plain + 0.1, $"summed over 10 episodes: {plain} untrained, {trained} trained");
        Assert.True(copied > trained, $"summed over 10 episodes: {trained} without copies, {copied} with them");
    }

    [Fact]
    public void Class_accuracy_of_predicting_nothing_is_four_fifths_at_five_ways()
    {
        Scoring scoring = new MethodFixture().Score(s_mwi)[0];

        double[][] values = MetricEvaluator.Sweep([Find("c_accuracy")], Truth(), scoring.Scores, [0.74f]);

        Assert.Equal(0.8, values[0][0], 12);
    }

    private static double BestMicroF1(ImprintSettings settings, EpisodeTask task)
    {
        Scoring scoring = new MethodFixture().Score(settings, task)[0];
        return MetricEvaluator.Sweep([Find("o_f1")], Truth(), scoring.Scores, scoring.Decision.Singles)
            .Max(values => values[0]);
    }

    private static LabelRows Truth() => LabelRows.Single(MethodFixture.Truth, MethodFixture.Ways);

    private static Metric Find(string name) => MetricCatalog.Find(name) ?? throw new ArgumentException(name);

    private static TrainPlan Plan(params int[] epochs) => new(epochs, s_bce, MatchCopies: 0);

    private static float[] Values(Scoring scoring) => scoring.Scores.Values.ToArray();

    private static double Distance(float[] a, float[] b) =>
        Math.Sqrt(a.Zip(b, (x, y) => (double)(x - y) * (x - y)).Sum());
}
