using Clipper.Bench.Configuration;
using Clipper.Bench.Configuration.Binding;
using Clipper.Core.Training;

namespace Clipper.Bench.Methods.Probes;

/// <summary>Reads <c>linear-probe</c>: its solver and that solver's options.</summary>
internal sealed class LinearProbeKind : MethodKind
{
    private const string Adam = "adam";
    private const int PaperEpochs = 50;

    private static readonly Key<string> _solver =
        new("solver", new ChoiceReader<string>("solver", [(Adam, Adam)], ["lbfgs"]));

    /// <inheritdoc />
    public override string Name => "linear-probe";

    /// <inheritdoc />
    public override IReadOnlyList<string> Keys =>
        [_solver.Name, TrainReader.Epochs.Name, TrainReader.Batch.Name, TrainReader.LearningRate.Name];

    /// <inheritdoc />
    public override IReadOnlyList<string> LaterKeys => ["c"];

    /// <inheritdoc />
    public override MethodSettings Read(Section options, string label, Problems problems)
    {
        options.Required(_solver, Adam);
        return new AdamProbeSettings(
            label,
            options.Optional(TrainReader.Epochs, [PaperEpochs]),
            new TrainingSettings(
                TrainingLoss.CategoricalCrossEntropy,
                options.Optional(TrainReader.Batch, 5),
                (double)options.Optional(TrainReader.LearningRate, 0.001m)));
    }
}
