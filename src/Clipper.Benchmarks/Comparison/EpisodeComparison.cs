using System.Globalization;
using System.Text.Json;
using Clipper.Bench.Methods;
using Clipper.Bench.Methods.Heads;
using Clipper.Bench.Speed;
using Clipper.Clip.Runtime;
using Clipper.Core.Imprinting;
using Clipper.Core.Metrics;
using Clipper.Core.Training;

namespace Clipper.Benchmarks.Comparison;

/// <summary>Episodes against numpy and scikit-learn on one thread: first the answers of both, then times by
/// turns.</summary>
internal sealed class EpisodeComparison : IDisposable
{
    private const string Script = "episodes.py";

    // Of the means: in float32 a near tie may fall either way, which moves the accuracy of its episode by 1/75.
    private const double Tolerance = 1e-4;

    // Answers that are compared, and the rival's episodes of a round.
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

    private static readonly Part[] s_parts =
    [
        new("untrained, accuracy", "accuracy", s_wi, ["accuracy"], 10_000, RivalAccuracies),
        new("untrained mwi, all metrics, 45 thresholds", "metrics", s_mwi, [], 1_000, RivalMetrics),
        new(
            "10 trivial copies, epochs 0, 5, … 80, micro-F1 at 45 thresholds", "training", s_trained, ["o_f1"], 25,
            RivalTrainings),
    ];

    private readonly EpisodeWorkload _work = new();
    private readonly RivalProcess _rival;
    private readonly string _folder;

    /// <summary>Starts the rival, whose answers go to a folder.</summary>
    public EpisodeComparison(string folder)
    {
        _folder = folder;
        Directory.CreateDirectory(folder);
        _rival = new RivalProcess(Script, folder, TorchRuntime.Start().BlasCore, threads: 1);
        Console.WriteLine($"rival: {_rival.Greeting}");
    }

    /// <summary>Compares the answers, then the times.</summary>
    /// <exception cref="WrongAnswerException">The answers differ.</exception>
    public void Run(Rounds rounds)
    {
        double apart = Math.Max(Math.Max(AccuracyApart(), MetricsApart()), TrainedScoresApart());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"answers: {apart:0.0e0} apart"));
        if (!(apart <= Tolerance))
        {
            throw new WrongAnswerException($"the answers of episodes differ by {apart:E1}.");
        }

        Array.ForEach(s_parts, part => Compare(rounds, part));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _rival.Dispose();
        _work.Dispose();
    }

    private double AccuracyApart()
    {
        IMethod method = _work.Create(s_wi);
        var sheet = EpisodeWorkload.Sheet("accuracy");
        return Answers("accuracy", RivalAccuracies).Select((json, seed) =>
            Math.Abs(json.GetDouble() - _work.Run(method, sheet, seed)[0][0])).Average();
    }

    private double MetricsApart()
    {
        IMethod method = _work.Create(s_mwi);
        var apart = new List<double>();
        foreach ((int seed, JsonElement answer) in Answers("metrics", RivalMetrics).Index())
        {
            foreach (JsonProperty metric in answer.EnumerateObject())
            {
                string[] parts = metric.Name.Split('@');
                int threshold = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
                double own = _work.Run(method, EpisodeWorkload.Sheet(parts[0]), seed)[0][threshold];
                apart.Add(Math.Abs(own - metric.Value.GetDouble()));
            }
        }

        return apart.Average();
    }

    private double TrainedScoresApart()
    {
        IMethod method = _work.Create(s_trained);
        double worst = 0;
        foreach ((int seed, JsonElement answer) in Answers("training", RivalTrainings).Index())
        {
            float[] own = [.. _work.Score(method, seed).Scorings.SelectMany(s => s.Scores.Values.ToArray())];
            double[] scores =
            [
                .. answer[0].EnumerateArray().SelectMany(epoch => epoch.EnumerateArray())
                    .SelectMany(row => row.EnumerateArray()).Select(score => score.GetDouble()),
            ];
            worst = own.Length == scores.Length
                ? Math.Max(worst, own.Zip(scores, (a, b) => Math.Abs(a - b)).Max())
                : double.PositiveInfinity;
        }

        return worst;
    }

    private void Compare(Rounds rounds, Part part)
    {
        IMethod method = _work.Create(part.Settings);
        var sheet = EpisodeWorkload.Sheet(part.Metrics);
        void Episodes()
        {
            for (int seed = 0; seed < part.Own; seed++)
            {
                _work.Run(method, sheet, seed);
            }
        }

        Episodes();
        Thread.Sleep(500); // what tiered compilation queued gets done
        rounds.Compare(
            $"episodes: {part.What}", "episodes/s",
            (part.Own, () => Measurement.Of(Episodes)),
            (part.Rival, () => _rival.Measure($"{part.Name} {part.Rival}")));
    }

    private JsonElement[] Answers(string part, int count)
    {
        string path = Path.Combine(_folder, $"{part}.json");
        _rival.Ask(string.Create(CultureInfo.InvariantCulture, $"answers {part} {count} {path}"));
        return JsonSerializer.Deserialize<JsonElement[]>(File.ReadAllText(path)) ?? [];
    }

    /// <summary>What is compared, the script's name for it, and how many episodes each side does in a
    /// round.</summary>
    private sealed record Part(
        string What, string Name, MethodSettings Settings, string[] Metrics, int Own, int Rival);
}
