using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Randomness;
using Clipper.Core.Training;

namespace Clipper.Bench.Methods.Probes;

/// <summary>Trains the paper's "linear probe" on the support and scores the queries; the arg-max decides.</summary>
/// <param name="settings">How.</param>
/// <param name="dataset">Names the streams of initial weights and batch orders.</param>
internal sealed class AdamProbe(AdamProbeSettings settings, string dataset) : IMethod
{
    /// <inheritdoc />
    public IReadOnlyList<Scoring> Score(EpisodeTask task)
    {
        Matrix<float> weights = GlorotUniform.UnitWeights<float>(
            task.Ways, task.Support.Columns, Seed.Derive("initial-weights", dataset, task.Seed));
        var trainer = new HeadTrainer<float>(
            ImprintedHead<float>.FromWeights(HeadKind.Wi, weights, task.Classes),
            TrainingSet<float>.Of(task.Support, task.SupportLabels),
            settings.Training,
            new SeededOrder(Seed.Derive("batch-order", dataset, task.Seed)));
        return
        [
            .. trainer.HeadsAfter(settings.Epochs).Select((head, i) => Score(head, task, settings.Epochs[i])),
        ];
    }

    private static Scoring Score(ImprintedHead<float> head, EpisodeTask task, int epochs)
    {
        var scores = new Matrix<float>(task.Query.Rows, task.Ways);
        head.Scores(task.Query, scores.Values);
        return new Scoring(scores, Decision.ArgMax) { Condition = new Condition(epochs) };
    }
}
