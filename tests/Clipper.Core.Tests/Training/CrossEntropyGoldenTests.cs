using System.Text.Json;
using Clipper.Core.Imprinting;
using Clipper.Core.Tests.Imprinting;
using Clipper.Core.Training;

namespace Clipper.Core.Tests.Training;

/// <summary>Every list of losses in goldens/mwi, discovered.</summary>
public sealed class CrossEntropyGoldenTests
{
    private const double Tolerance = 1e-12;

    private static readonly Dictionary<string, Func<double, double, double>> s_losses = new()
    {
        ["bce_from_logits"] = CrossEntropy.Binary,
        ["bce_clip_1e7"] = (logit, target) => CrossEntropy.BinaryClipped(Sigmoid(logit), target),
    };

    public static TheoryData<string> All =>
        [.. ImprintingCase.Names.Where(name => ImprintingCase.Open(name).IsLoss)];

    internal static bool Knows(string key) => s_losses.ContainsKey(key);

    [Theory]
    [MemberData(nameof(All))]
    public void Losses_are_the_golden_ones(string name)
    {
        JsonElement json = ImprintingCase.Open(name).Json;
        double[] logits = Numbers(json, "logits");
        double[] targets = Numbers(json, "y");

        foreach (JsonProperty property in json.EnumerateObject().Where(property => Knows(property.Name)))
        {
            double[] expected = Numbers(json, property.Name);
            Assert.Equal(logits.Length, expected.Length);
            for (int i = 0; i < expected.Length; i++)
            {
                double loss = s_losses[property.Name](logits[i], targets[i]);
                Assert.Equal(expected[i], loss, Tolerance);
            }
        }
    }

    private static double Sigmoid(double logit)
    {
        double[] value = [logit];
        HeadScores.Sigmoid<double>(value);
        return value[0];
    }

    private static double[] Numbers(JsonElement json, string key) =>
    [
        .. json.GetProperty(key).EnumerateArray()
            .SelectMany(row => row.EnumerateArray().Select(number => number.GetDouble())),
    ];
}
