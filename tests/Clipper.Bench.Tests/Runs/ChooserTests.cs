using System.Reflection;
using Clipper.Bench.Methods;
using Clipper.Bench.Runs;

namespace Clipper.Bench.Tests.Runs;

public sealed class ChooserTests
{
    private static readonly Condition _untrained = new(Epochs: 0);
    private static readonly Condition _trained = new(Epochs: 5);

    [Fact]
    public void Each_metric_chooses_for_itself_by_its_mean()
    {
        Choice[] choices =
        [
            .. Chooser.OnValidation(new ValidationValues(ChoiceSource.OtherClasses,
            [
                Series("o_f1", _untrained, 0.4, 0.1, 0.5), Series("o_f1", _untrained, 0.5, 0.4, 0.4),
                Series("o_f1", _trained, 0.4, 0.9, 0.2), Series("o_f1", _trained, 0.5, 0.3, 0.3),
                Series("hamming", _untrained, 0.4, 0.5), Series("hamming", _trained, 0.4, 0.6),
                Series("map", _untrained, null, 0.7), Series("map", _trained, null, 0.8),
            ])),
        ];

        Assert.Equal(
            [
                new Choice("o_f1", ChoiceSource.OtherClasses, _trained, 0.4, null, 0.55),
                new Choice("hamming", ChoiceSource.OtherClasses, _untrained, 0.4, null, 0.5),
                new Choice("map", ChoiceSource.OtherClasses, _trained, null, null, 0.8),
            ],
            choices);
    }

    [Fact]
    public void Ties_go_to_the_fewest_epochs_and_the_lowest_threshold()
    {
        Choice choice = Assert.Single(Chooser.OnValidation(new ValidationValues(ChoiceSource.OtherSeeds,
        [
            Series("o_f1", _untrained, 0.4, 0.3), Series("o_f1", _untrained, 0.5, 0.6),
            Series("o_f1", _untrained, 0.6, 0.6), Series("o_f1", _trained, 0.4, 0.6),
        ])));

        Assert.Equal((_untrained, (double?)0.5), (choice.Condition, choice.Threshold));
    }

    [Fact]
    public void Undefined_values_are_left_out_and_a_metric_defined_nowhere_takes_the_first()
    {
        IReadOnlyList<Choice> choices = Chooser.OnQueries(new ReportedSeries(
        [
            Series("map", _untrained, null, 0.5, double.NaN), Series("map", _trained, null, double.NaN, 0.6),
            Series("ece", _untrained, null, double.NaN), Series("ece", _trained, null, double.NaN),
        ]));

        Assert.Equal([(_trained, (double?)0.6), (_untrained, null)], choices.Select(c => (c.Condition, c.Mean)));
        Assert.All(choices, choice => Assert.Equal(ChoiceSource.Queries, choice.Source));
    }

    [Fact]
    public void A_metric_with_one_condition_and_threshold_has_nothing_to_choose() =>
        Assert.Empty(Chooser.OnValidation(
            new ValidationValues(ChoiceSource.OtherSeeds, [Series("map", _untrained, null, 0.5)])));

    // RELIABILITY S3: what a choice may see is a matter of types. The chooser on validation takes validation values and
    // nothing else, and nothing that is reported can be reached from them.
    [Fact]
    public void Chooser_on_validation_is_given_validation_values_alone()
    {
        MethodInfo choose = Assert.Single(
            typeof(Chooser).GetMethods(), method => method.Name == nameof(Chooser.OnValidation));

        Type given = Assert.Single(choose.GetParameters()).ParameterType;

        Assert.Equal(typeof(ValidationValues), given);
        Type[] reachable = [.. given.GetProperties().Select(property => property.PropertyType)];
        Assert.Equal([typeof(ChoiceSource), typeof(IReadOnlyList<MetricSeries>)], reachable);
        Assert.Empty(typeof(Chooser).GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public));
    }

    private static MetricSeries Series(
        string metric, Condition condition, double? threshold, params double[] values) =>
        new(metric, condition, threshold, null, values);
}
