using System.Globalization;
using Clipper.Bench.Cli.Output;
using Clipper.Bench.Training;

namespace Clipper.Bench.Cli.Commands;

/// <summary><c>clipper models train-toy</c>: a small CLIP of drawn shapes.</summary>
internal static class ModelsTrainToyCommand
{
    private const string Task = "train clip-toy";

    public static CliCommand Create()
    {
        var seed = SharedOptions.Integer("--seed", "Seed of weights, pictures and captions.", 0, 0, int.MaxValue);
        var steps = SharedOptions.Integer(
            "--steps", "Steps of training.", ToyOptions.UsualSteps, 1, 1_000_000);
        var folder = SharedOptions.Text("--out", "FOLDER", "A new or empty folder.", "clip-toy");
        var json = SharedOptions.Json();
        return new CliCommand(
            "train-toy",
            "Train clip-toy, a small CLIP of drawn shapes.",
            "clipper models train-toy --out my-clip-toy",
            "clipper models train-toy --seed 1 --steps 500 --out quick")
        {
            Options = { seed, steps, folder, json },
            Execute = (parse, session) =>
            {
                string target = parse.GetRequiredValue(folder);
                var training = new ToyTraining(new ToyOptions(
                    target, (ulong)parse.GetValue(seed), parse.GetValue(steps), BuildVersion.Commit ?? "unknown"));
                ToyModel model = ProgressDisplay.Show(
                    session.Terminal,
                    display => training.Run(
                        new DirectProgress<ToyProgress>(progress => Show(display, progress)), session.Cancellation));
                FactsOf(target, model).Print(session.Terminal, parse.GetValue(json));
                return ExitCodes.Done;
            },
        };
    }

    private static void Show(IProgressDisplay display, ToyProgress progress)
    {
        display.Advance(Task, progress.Step, progress.Steps, "steps");
        if (progress.Exam is { } exam)
        {
            display.Note(string.Create(
                CultureInfo.InvariantCulture,
                $"step {progress.Step}: loss {progress.Loss:F3}; held out: zero-shot accuracy "
                + $"{exam.ZeroShotAccuracy:F3}, imprinted {exam.ImprintedAccuracy:F3}, zero-shot mAP "
                + $"{exam.ZeroShotMap:F3}, mwi mAP {exam.ImprintedMap:F3}"));
        }
    }

    private static FactList FactsOf(string folder, ToyModel model) => new FactList()
        .Add("folder", folder)
        .Add("weights_sha256", model.Model.WeightsHash)
        .Add("bytes", model.Size)
        .Add("parameters", model.Model.ParameterCount)
        .Add("zero_shot_accuracy", model.Exam.ZeroShotAccuracy)
        .Add("imprinted_accuracy", model.Exam.ImprintedAccuracy)
        .Add("zero_shot_map", model.Exam.ZeroShotMap)
        .Add("imprinted_map", model.Exam.ImprintedMap);
}
