using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Clipper.Bench.Configuration.Nodes;
using Clipper.Bench.Methods.Heads;
using Clipper.Core.Training;

namespace Clipper.Bench.Configuration.Binding;

/// <summary>Reads <c>train</c>: how a head is trained after imprinting.</summary>
/// <param name="loss">The loss where none is named.</param>
internal sealed class TrainReader(TrainingLoss loss) : ValueReader<TrainPlan>
{
    /// <summary>Reads the rows of a step.</summary>
    public static readonly Key<int> Batch = new(
        "batch", new IntegerReader(1, 100_000), "Rows of a training step.");

    /// <summary>Reads Adam's learning rate.</summary>
    public static readonly Key<decimal> LearningRate = new(
        "learning-rate", new NumberReader(0.0000001m, 100m), "Learning rate of Adam.");

    /// <summary>Reads the epochs.</summary>
    public static readonly Key<IReadOnlyList<int>> Epochs = new(
        "epochs", new EpochsReader(), "Training epochs, a result each; 0 is the untrained head.");

    private static readonly Key<int> _normalizeEvery = new(
        "normalize-every", new IntegerReader(0, 100_000),
        "Scale columns to unit length after so many epochs; 0 = at the end.");

    private static readonly Key<int> _matchCopies = new(
        "match-copies", new IntegerReader(0, 1_000), "An epoch is 1 + so many passes over the support.");

    private static readonly Key<TrainedSamples> _samples = new("samples", new ChoiceReader<TrainedSamples>(
        "samples", [(TrainPlan.SeenName, TrainedSamples.Seen), (TrainPlan.NewName, TrainedSamples.New)], []),
        "What a task of a stream trains on: all samples seen so far, or its own.");

    private static readonly Key<TrainingLoss> _loss = new("loss", new ChoiceReader<TrainingLoss>(
        "loss",
        [("bce", TrainingLoss.BinaryCrossEntropy), ("cce", TrainingLoss.CategoricalCrossEntropy)],
        []), "Binary or categorical cross-entropy.");

    private static readonly SectionKey[] _keys =
        [Epochs, Batch, LearningRate, _loss, _normalizeEvery, _matchCopies, _samples];

    /// <inheritdoc />
    public override string Allowed => $"a mapping with keys {string.Join(", ", _keys.Select(key => key.Name))}";

    /// <inheritdoc />
    public override JsonObject Schema => Schemas.Section(_keys);

    /// <inheritdoc />
    public override bool TryRead(ConfigNode node, Problems problems, [MaybeNullWhen(false)] out TrainPlan value)
    {
        Section? section = Section.Open(node, _keys, [], problems);
        value = section is null ? null : Read(section);
        return value is not null;
    }

    private TrainPlan Read(Section section) => new(
        section.Optional(Epochs, TrainPlan.PaperEpochs),
        new TrainingSettings(
            section.Optional(_loss, loss),
            section.Optional(Batch, 5),
            (double)section.Optional(LearningRate, 0.001m),
            section.Optional(_normalizeEvery, 0)),
        section.Optional(_matchCopies, 0))
    {
        Samples = section.Optional(_samples, TrainedSamples.Seen),
    };
}
