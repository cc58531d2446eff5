using Clipper.Bench.Methods;
using Clipper.Bench.Methods.TipAdapter;
using Clipper.Bench.Methods.ZeroShot;
using Clipper.Bench.Tests.Methods.ZeroShot;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Bench.Tests.Methods.TipAdapter;

/// <summary>Two classes, a support row each, texts that say the opposite of the support.</summary>
public sealed class TipAdapterMethodTests
{
    private const double Scale = 10;

    private static readonly ZeroShotSettings _texts = new(
        "texts", new PromptTemplates("", ["{}"]), new LogitScale("", Scale), ClassNaming.Words, [0.5, 0.6]);

    [Fact]
    public void Without_a_cache_it_is_zero_shot()
    {
        foreach (bool isMultiLabel in new[] { false, true })
        {
            GivenTexts texts = Texts(isMultiLabel);

            Scoring tip = Assert.Single(Score(texts, [0], [5]));
            Scoring zeroShot = _texts.Create(texts.Context()).Score(Task(isMultiLabel))[0];

            Assert.Equal(zeroShot.Scores.Values.ToArray(), tip.Scores.Values.ToArray(), Near);
            Assert.Equal(zeroShot.Decision.Thresholds, tip.Decision.Thresholds);
        }
    }

    [Fact]
    public void Cache_adds_what_the_support_answers()
    {
        IReadOnlyList<Scoring> scorings = Score(Texts(isMultiLabel: false), [2, 20], [5]);

        // The query is on a's support, whose text is b's: 0 + α·1 against 10 + α·e⁻⁵.
        double[] shares = [.. new[] { 2.0, 20.0 }.Select(
            alpha => 1 / (1 + Math.Exp(Scale + (alpha * Math.Exp(-5)) - alpha)))];
        Assert.Equal(shares.Select(share => (float)share), scorings.Select(s => s.Scores.Row(0)[0]), Near);
        Assert.Equal(
            ["alpha=2 beta=5", "alpha=20 beta=5"], scorings.Select(scoring => scoring.Condition.Candidate));
    }

    [Fact]
    public void Multi_label_scores_are_sigmoids_of_the_logits_over_the_scale()
    {
        Scoring scoring = Assert.Single(Score(Texts(isMultiLabel: true), [20], [5]));

        double a = 20 / Scale;
        double b = (Scale + (20 * Math.Exp(-5))) / Scale;
        float[] expected = [(float)(1 / (1 + Math.Exp(-a))), (float)(1 / (1 + Math.Exp(-b)))];
        Assert.Equal(expected, scoring.Scores.Row(0).ToArray(), Near);
    }

    [Fact]
    public void Hyper_parameters_are_a_choice_and_one_pair_is_none()
    {
        Assert.True(new TipAdapterSettings("t", _texts, [1, 2], [5]).HasChoices(isMultiLabel: false));
        Assert.False(new TipAdapterSettings("t", _texts, [1], [5]).HasChoices(isMultiLabel: false));
        Assert.True(new TipAdapterSettings("t", _texts, [1], [5]).HasChoices(isMultiLabel: true));
    }

    private static bool Near(float expected, float actual) => Math.Abs(expected - actual) < 1e-6;

    private static GivenTexts Texts(bool isMultiLabel) =>
        new(new Dictionary<string, float[]> { ["a"] = [0, 3], ["b"] = [2, 0] }) { IsMultiLabel = isMultiLabel };

    private static IReadOnlyList<Scoring> Score(GivenTexts texts, double[] alphas, double[] betas) =>
        new TipAdapterSettings("tip", _texts, alphas, betas).Create(texts.Context()).Score(Task(texts.IsMultiLabel));

    private static EpisodeTask Task(bool isMultiLabel) => new()
    {
        Seed = 0,
        Classes = ["a", "b"],
        IsMultiLabel = isMultiLabel,
        Support = new Matrix<float>([4, 0, 0, 1], 2, 2),
        SupportLabels = LabelRows.Single([0, 1], 2),
        SupportSamples = [0, 1],
        Query = new Matrix<float>([1, 0], 1, 2),
    };
}
