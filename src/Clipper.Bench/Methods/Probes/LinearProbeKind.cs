using Clipper.Bench.Configuration;
using Clipper.Bench.Configuration.Binding;
using Clipper.Core.Training;

namespace Clipper.Bench.Methods.Probes;

/// <summary>Reads <c>linear-probe</c>: its solver and that solver's options.</summary>
internal sealed class LinearProbeKind : MethodKind
{
    private const string Lbfgs = "lbfgs";
    private const string Adam = "adam";
    private const int PaperEpochs = 50;

    private static readonly decimal[] _grid = [0.01m, 0.1m, 1m, 10m, 100m, 1000m];

    private static readonly Key<string> _solver =
        new("solver", new ChoiceReader<string>("solver", [(Lbfgs, Lbfgs), (Adam, Adam)], []),
            "Logistic regression (lbfgs), or the paper's linear probe (adam).");

    private static readonly Key<IReadOnlyList<decimal>> _c = ProbeOptions.Penalties(
        "c", "Weight of the loss against the penalty, a result each.");

    private static readonly SectionKey[] _lbfgsKeys = [_c, ProbeOptions.Features, ProbeOptions.Thresholds];

    private static readonly SectionKey[] _adamKeys =
        [TrainReader.Epochs, TrainReader.Batch, TrainReader.LearningRate];

    /// <inheritdoc />
    public override string Name => "linear-probe";

    /// <inheritdoc />
    public override IReadOnlyList<SectionKey> Keys => [_solver, .. _lbfgsKeys, .. _adamKeys];

    /// <inheritdoc />
    public override MethodSettings Read(Section options, string label, Problems problems)
    {
        const string Unknown = "";
        string solver = options.Optional(_solver, options.Has(_solver.Name) ? Unknown : Lbfgs);
        (SectionKey[] own, SectionKey[] others) =
            solver == Adam ? (_adamKeys, _lbfgsKeys) : (_lbfgsKeys, _adamKeys);
        string allowed = string.Join(", ", own.Select(key => key.Name));
        foreach (string key in others.Select(key => key.Name).Where(key => solver != Unknown && options.Has(key)))
        {
            problems.Add(
                options.MarkOf(key), $"'{key}' means nothing to the solver {solver}", allowed);
        }

        return solver == Adam ? ReadAdam(options, label) : ReadLbfgs(options, label);
    }

    private static LogisticProbeSettings ReadLbfgs(Section options, string label) => new(
        label,
        ProbeOptions.Ascending(options.Optional(_c, _grid)),
        options.Optional(ProbeOptions.Features, FeatureScale.Unit),
        options.Optional(ProbeOptions.Thresholds, ProbeOptions.DefaultThresholds));

    private static AdamProbeSettings ReadAdam(Section options, string label) => new(
        label,
        options.Optional(TrainReader.Epochs, [PaperEpochs]),
        new TrainingSettings(
            TrainingLoss.CategoricalCrossEntropy,
            options.Optional(TrainReader.Batch, 5),
            (double)options.Optional(TrainReader.LearningRate, 0.001m)));
}
