using Clipper.Bench.Methods;
using Clipper.Bench.Methods.ZeroShot;
using Clipper.Clip.Checkpoints;
using Clipper.Clip.Models;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Methods.ZeroShot;

public sealed class ZeroShotMethodTests
{
    private const float Root = 0.70710678f;

    private static readonly ZeroShotSettings _bare = new(
        "zero-shot", new PromptTemplates("", ["{}"]), new LogitScale("", 10), ClassNaming.Words, [0.5, 0.6]);

    public static TheoryData<string> GoldenModels => new(GoldenFolder.Files("clip", "*_io.safetensors")
        .Select(path => Path.GetFileName(path)[..^"_io.safetensors".Length]));

    [Fact]
    public void Single_label_scores_are_the_softmax_of_scaled_cosines()
    {
        var texts = new GivenTexts(new Dictionary<string, float[]> { ["a"] = [3, 0], ["b"] = [0, 2] });

        Scoring scoring = texts.Score(_bare, ["a", "b"], [5, 5], [1, 0]);

        Assert.True(scoring.Decision.IsArgMax);
        double share = 1 / (1 + Math.Exp(-10));
        Assert.Equal([0.5f, 0.5f, (float)share, (float)(1 - share)], scoring.Scores.Values.ToArray(), Near);
    }

    [Fact]
    public void Multi_label_scores_are_sigmoids_of_cosines_with_the_thresholds()
    {
        var texts = new GivenTexts(new Dictionary<string, float[]> { ["a"] = [3, 0], ["b"] = [0, 2] })
        {
            IsMultiLabel = true,
        };

        Scoring scoring = texts.Score(_bare, ["a", "b"], [5, 5], [1, 0]);

        Assert.Equal([0.5, 0.6], scoring.Decision.Thresholds);
        float[] expected = [Sigmoid(Root), Sigmoid(Root), Sigmoid(1), Sigmoid(0)];
        Assert.Equal(expected, scoring.Scores.Values.ToArray(), Near);
    }

    [Fact]
    public void Only_the_ways_of_the_episode_compete()
    {
        var texts = new GivenTexts(
            new Dictionary<string, float[]> { ["a"] = [1, 0], ["b"] = [0, 1], ["c"] = [1, 1] })
        {
            Classes = ["c", "b", "a"],
        };

        Scoring scoring = texts.Score(_bare, ["b", "c"], [1, 0]);

        double b = 1 / (1 + Math.Exp(10 * Root));
        Assert.Equal([(float)b, (float)(1 - b)], scoring.Scores.Values.ToArray(), Near);
    }

    [Fact]
    public void Ensemble_is_the_unit_mean_of_unit_text_vectors()
    {
        var texts = new GivenTexts(new Dictionary<string, float[]>
        {
            ["a 1"] = [10, 0],
            ["2 a"] = [0, 0.1f],
            ["b 1"] = [-1, 0],
            ["2 b"] = [-1, 0],
        });
        ZeroShotSettings settings = _bare with { Templates = new PromptTemplates("", ["{} 1", "2 {}"]) };

        Scoring scoring = texts.Score(settings, ["a", "b"], [1, 1]);

        double a = 1 / (1 + Math.Exp(10 * (-Root - 1)));
        Assert.Equal((float)a, scoring.Scores.Values[0], 1e-6);
        Assert.Equal(["b 1", "2 b", "a 1", "2 a"], texts.Asked);
    }

    [Theory]
    [InlineData(ClassNaming.Words, "a photo of a red star.")]
    [InlineData(ClassNaming.Labels, "a photo of a x_1.")]
    public void Prompts_have_the_words_of_the_data_set_or_its_labels(ClassNaming naming, string prompt)
    {
        var texts = new GivenTexts(new Dictionary<string, float[]> { [prompt] = [1, 0] })
        {
            Classes = ["x_1"],
            ClassNames = ["red_star"],
        };

        texts.Score(_bare with { Templates = PromptTemplates.ByMode, Naming = naming }, ["x_1"], [1, 0]);

        Assert.Equal([prompt], texts.Asked);
    }

    [Theory]
    [MemberData(nameof(GoldenModels))]
    public void Golden_features_give_the_golden_probabilities(string model)
    {
        using SafetensorsFile golden = SafetensorsFile.Open(GoldenFolder.Combine("clip", $"{model}_io.safetensors"));
        float[][] images = Rows(golden, "image_features");
        float[][] features = Rows(golden, "text_features");
        string[] names = [.. features.Select((_, i) => $"{i:00}")];
        var texts = new GivenTexts(names.Zip(features).ToDictionary(pair => pair.First, pair => pair.Second))
        {
            Classes = names,
            Model = ModelLoader.Describe(GoldenFolder.Files("clip", $"{model}_openai*.safetensors")[0]),
        };

        Scoring scoring = texts.Score(_bare with { Scale = LogitScale.ByMode }, names, images);

        double[] expected = golden.ReadDoubles("f64/probs_per_image");
        Assert.All(expected.Zip(scoring.Scores.Values.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 3e-4));
    }

    private static bool Near(float a, float b) => Math.Abs(a - b) <= 1e-6;

    private static float Sigmoid(double z) => (float)(1 / (1 + Math.Exp(-z)));

    private static float[][] Rows(SafetensorsFile file, string tensor) =>
        [.. file.ReadFloats(tensor).Chunk((int)file.Tensors[tensor].Shape[1])];
}
