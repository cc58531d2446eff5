using Clipper.Bench.Configuration.Binding;
using Clipper.Core.Training;

namespace Clipper.Bench.Methods.Heads;

/// <summary>The options that both imprinted heads have.</summary>
/// <param name="loss">The head's own loss.</param>
internal sealed class HeadOptions(TrainingLoss loss)
{
    private const string TrainKey = "train";
    private const string TrainDoc = "Training after imprinting; {} for all defaults.";

    private static readonly Key<Augmentation> _augment = new(
        "augment", new AugmentReader(), "Copies of the support.");

    private readonly Key<TrainPlan> _train = new(TrainKey, new TrainReader(loss), TrainDoc);

    /// <summary>Their keys.</summary>
    public IReadOnlyList<SectionKey> Keys => [_train, _augment];

    /// <summary>The settings with these options.</summary>
    public ImprintSettings AddTo(ImprintSettings settings, Section options) => settings with
    {
        Train = options.Has(TrainKey) ? options.Optional(_train, Placeholder()) : null,
        Augment = options.Optional(_augment, Augmentation.None),
    };

    // Stands in where the section is wrong; the problem that was added keeps it from being used.
    private TrainPlan Placeholder() => new([0], new TrainingSettings(loss), 0);
}
