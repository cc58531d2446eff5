using System.Globalization;
using System.Text.Json;
using Clipper.Bench.Methods;
using Clipper.Bench.Methods.Heads;
using Clipper.Core.Imprinting;
using Clipper.Core.Metrics;
using Clipper.Core.Training;

namespace Clipper.Benchmarks.Comparison;

/// <summary>Episodes against numpy and scikit-learn: first the answers of both, then processor time on one
/// thread.</summary>
internal static class EpisodeComparison
{
    // Of the means: in float32 a near tie may fall either way, which moves the accuracy of its episode by 1/75.
    private const double Tolerance = 1e-4;

    private const int RivalAccuracies = 400;
    private const int RivalMetrics = 12;
    private const int RivalTrainings = 4;

    private static readonly ImprintSettings s_wi = new(HeadKind.Wi, "wi", []);
    private static readonly ImprintSettings s_mwi = new(HeadKind.Mwi, "mwi", ThresholdGrid.Paper.Values);

    private static readonly ImprintSettings s_trained = s_mwi with
    {
        Train = new TrainPlan(
            TrainPlan.PaperEpochs, new TrainingSettings(TrainingLoss.BinaryCrossEntropy), MatchCopies: 0),
        Augment = new Augmentation(AugmentationKind.Trivial, 10, 0),
    };

    /// <summary>Prints the comparison.</summary>
    /// <returns>0 where the answers agree.</returns>
    public static int Run()
    {
        using var work = new EpisodeWorkload();
        JsonElement rival = RivalScript.Run<JsonElement>(
            "episodes.py",
            [.. new[] { RivalAccuracies, RivalMetrics, RivalTrainings }.Select(count => $"{count}")]);
        double apart = Math.Max(
            Math.Max(AccuracyApart(work, rival), MetricsApart(work, rival)), TrainedScoresApart(work, rival));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"answers: {apart:0.0e0} apart"));
        if (apart > Tolerance)
        {
            return 1;
        }

        Report(work, rival, "accuracy", s_wi, ["accuracy"], 20_000);
        Report(work, rival, "metrics", s_mwi, [], 2_000);
        Report(work, rival, "training", s_trained, ["o_f1"], 50);
        return 0;
    }

    private static double AccuracyApart(EpisodeWorkload work, JsonElement rival)
    {
        IMethod method = work.Create(s_wi);
        var sheet = EpisodeWorkload.Sheet("accuracy");
        return Answers(rival, "accuracy").Select((json, seed) =>
            Math.Abs(json.GetDouble() - work.Run(method, sheet, seed)[0][0])).Average();
    }

    private static double MetricsApart(EpisodeWorkload work, JsonElement rival)
    {
        IMethod method = work.Create(s_mwi);
        var apart = new List<double>();
        foreach ((int seed, JsonElement answer) in Answers(rival, "metrics").Index())
        {
            foreach (JsonProperty metric in answer.EnumerateObject())
            {
                string[] parts = metric.Name.Split('@');
                int threshold = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
                double own = work.Run(method, EpisodeWorkload.Sheet(parts[0]), seed)[0][threshold];
                apart.Add(Math.Abs(own - metric.Value.GetDouble()));
            }
        }

        return apart.Average();
    }

    private static double TrainedScoresApart(EpisodeWorkload work, JsonElement rival)
    {
        IMethod method = work.Create(s_trained);
        double worst = 0;
        foreach ((int seed, JsonElement answer) in Answers(rival, "training").Index())
        {
            float[] own = [.. work.Score(method, seed).Scorings.SelectMany(s => s.Scores.Values.ToArray())];
            double[] scores =
            [
                .. answer[0].EnumerateArray().SelectMany(epoch => epoch.EnumerateArray())
                    .SelectMany(row => row.EnumerateArray()).Select(score => score.GetDouble()),
            ];
            worst = Math.Max(worst, own.Zip(scores, (a, b) => Math.Abs(a - b)).Max());
        }

        return worst;
    }

    private static void Report(
        EpisodeWorkload work, JsonElement rival, string part, MethodSettings settings, string[] metrics, int episodes)
    {
        IMethod method = work.Create(settings);
        var sheet = EpisodeWorkload.Sheet(metrics);
        void Episodes(int count)
        {
            for (int seed = 0; seed < count; seed++)
            {
                work.Run(method, sheet, seed);
            }
        }

        Episodes((episodes / 4) + 1);
        Thread.Sleep(500); // what tiered compilation queued gets done
        Episodes(episodes / 4);
        TimeSpan before = Environment.CpuUsage.TotalTime;
        Episodes(episodes);
        double own = (Environment.CpuUsage.TotalTime - before).TotalSeconds / episodes;
        double theirs = rival.GetProperty(part).GetProperty("seconds").GetDouble();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{part}: {1 / own:#,0} episodes/s, rival {1 / theirs:#,0.0}, ratio {theirs / own:#,0.0}"));
    }

    private static JsonElement[] Answers(JsonElement rival, string part) =>
        [.. rival.GetProperty(part).GetProperty("answers").EnumerateArray()];
}
