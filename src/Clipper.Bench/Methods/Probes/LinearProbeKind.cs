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
        new("solver", new ChoiceReader<string>("solver", [(Lbfgs, Lbfgs), (Adam, Adam)], []));

    private static readonly Key<IReadOnlyList<decimal>> _c = ProbeOptions.Penalties("c");

    private static readonly string[] _lbfgsKeys = [_c.Name, ProbeOptions.Features.Name, ProbeOptions.Thresholds.Name];

    private static readonly string[] _adamKeys =
        [TrainReader.Epochs.Name, TrainReader.Batch.Name, TrainReader.LearningRate.Name];

    /// <inheritdoc />
    public override string Name => "linear-probe";

    /// <inheritdoc />
    public override IReadOnlyList<string> Keys => [_solver.Name, .. _lbfgsKeys, .. _adamKeys];

    /// <inheritdoc />
    public override MethodSettings Read(Section options, string label, Problems problems)
    {
        const string Unknown = "";
        string solver = options.Optional(_solver, options.Has(_solver.Name) ? Unknown : Lbfgs);
        (string[] own, string[] others) = solver == Adam ? (_adamKeys, _lbfgsKeys) : (_lbfgsKeys, _adamKeys);
        foreach (string key in others.Where(key => solver != Unknown && options.Has(key)))
        {
            problems.Add(
                options.MarkOf(key), $"'{key}' means nothing to the solver {solver}", string.Join(", ", own));
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
