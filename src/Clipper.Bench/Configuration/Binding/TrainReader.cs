using System.Diagnostics.CodeAnalysis;
using Clipper.Bench.Configuration.Nodes;
using Clipper.Bench.Methods.Heads;
using Clipper.Core.Training;

namespace Clipper.Bench.Configuration.Binding;

/// <summary>Reads <c>train</c>: how a head is trained after imprinting.</summary>
/// <param name="loss">The loss where none is named.</param>
internal sealed class TrainReader(TrainingLoss loss) : ValueReader<TrainPlan>
{
    /// <summary>Reads the rows of a step.</summary>
    public static readonly Key<int> Batch = new("batch", new IntegerReader(1, 100_000));

    /// <summary>Reads Adam's learning rate.</summary>
    public static readonly Key<decimal> LearningRate = new("learning-rate", new NumberReader(0.0000001m, 100m));

    /// <summary>Reads the epochs.</summary>
    public static readonly Key<IReadOnlyList<int>> Epochs = new("epochs", new EpochsReader());

    private static readonly Key<int> _normalizeEvery = new("normalize-every", new IntegerReader(0, 100_000));
    private static readonly Key<int> _matchCopies = new("match-copies", new IntegerReader(0, 1_000));

    private static readonly Key<TrainedSamples> _samples = new("samples", new ChoiceReader<TrainedSamples>(
        "samples", [(TrainPlan.SeenName, TrainedSamples.Seen), (TrainPlan.NewName, TrainedSamples.New)], []));

    private static readonly Key<TrainingLoss> _loss = new("loss", new ChoiceReader<TrainingLoss>(
        "loss",
        [("bce", TrainingLoss.BinaryCrossEntropy), ("cce", TrainingLoss.CategoricalCrossEntropy)],
        []));

    private static readonly string[] _keys =
    [
        Epochs.Name, Batch.Name, LearningRate.Name, _loss.Name, _normalizeEvery.Name, _matchCopies.Name, _samples.Name,
    ];

    /// <inheritdoc />
    public override string Allowed => $"a mapping with keys {string.Join(", ", _keys)}";

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
