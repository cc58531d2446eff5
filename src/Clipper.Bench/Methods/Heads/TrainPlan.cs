using Clipper.Bench.Configuration;
using Clipper.Core.Training;

namespace Clipper.Bench.Methods.Heads;

/// <summary>How a head is trained after imprinting, and after which epochs it is looked at (PROTOCOL 5.2).</summary>
/// <param name="Epochs">Ascending; 0 is the untrained head.</param>
/// <param name="Settings">Loss, batch, learning rate, normalisation.</param>
/// <param name="MatchCopies">Each epoch listed is 1 + so many passes over the support: the control that trains as many
/// steps as so many copies would, without any (Q5).</param>
public sealed record TrainPlan(IReadOnlyList<int> Epochs, TrainingSettings Settings, int MatchCopies)
{
    internal const string SeenName = "seen";
    internal const string NewName = "new";

    /// <summary>What it is trained on at a step of a continual stream.</summary>
    public TrainedSamples Samples { get; init; }

    /// <summary>The paper's grid: 0, 5, … 80.</summary>
    public static IReadOnlyList<int> PaperEpochs { get; } = [.. Enumerable.Range(0, 17).Select(i => 5 * i)];

    /// <summary>Passes over the training samples that the epochs listed stand for.</summary>
    internal IReadOnlyList<int> Passes => [.. Epochs.Select(epoch => checked(epoch * (1 + MatchCopies)))];

    /// <summary>The options as YAML on one line.</summary>
    internal string Yaml => YamlText.Map(
    [
        new("epochs", YamlText.List(Epochs)),
        new("batch", YamlText.Of(Settings.Batch)),
        new("learning-rate", YamlText.Of(Settings.LearningRate)),
        new("loss", Settings.Loss == TrainingLoss.BinaryCrossEntropy ? "bce" : "cce"),
        new("normalize-every", YamlText.Of(Settings.RenormalizeEvery)),
        new("match-copies", YamlText.Of(MatchCopies)),
        new("samples", Samples == TrainedSamples.Seen ? SeenName : NewName),
    ]);
}
