using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Randomness;
using Clipper.Core.Training;

namespace Clipper.Bench.Methods.Heads;

/// <summary>Imprints the support, trains the head where that is asked for, and scores the queries (PROTOCOL sections 1
/// and 5): one scoring for every number of epochs, all from one trajectory.</summary>
/// <param name="settings">How.</param>
/// <param name="dataset">Names the streams of batch orders.</param>
/// <param name="copies">Changed copies of the support; null where there are none.</param>
internal sealed class ImprintMethod(ImprintSettings settings, string dataset, SupportCopies? copies) : IStreamMethod
{
    private readonly Decision _decision =
        settings.Imprint == HeadKind.Wi ? Decision.ArgMax : Decision.At(settings.Thresholds);

    /// <inheritdoc />
    public IReadOnlyList<Scoring> Score(EpisodeTask task)
    {
        if (copies is null && settings.Train is null)
        {
            return
            [
                Score(
                    ImprintedHead<float>.Imprint(
                        settings.Imprint, task.SupportRows, task.SupportLabels, task.Classes),
                    task,
                    epochs: null),
            ];
        }

        (Matrix<float> support, LabelRows labels) = copies?.Enlarge(task) ?? (task.Support, task.SupportLabels);
        var head = ImprintedHead<float>.Imprint(settings.Imprint, support, labels, task.Classes);
        if (settings.Train is not { } plan)
        {
            return [Score(head, task, epochs: null)];
        }

        var trainer = new HeadTrainer<float>(
            head,
            TrainingSet<float>.Of(support, labels, settings.Repeats),
            plan.Settings,
            new SeededOrder(Seed.Derive("batch-order", dataset, task.Seed)));
        return [.. trainer.HeadsAfter(plan.Passes).Select((trained, i) => Score(trained, task, plan.Epochs[i]))];
    }

    /// <inheritdoc />
    public IStreamLearner StartStream() => new ImprintLearner(this, settings, dataset, copies);

    /// <summary>The scores of a task's queries under a head.</summary>
    /// <param name="head">Its classes are those of the task.</param>
    /// <param name="task">The task.</param>
    /// <param name="epochs">Epochs that the head was trained for; null where it was not.</param>
    internal Scoring Score(ImprintedHead<float> head, EpisodeTask task, int? epochs)
    {
        var scores = new Matrix<float>(task.QueryRows.Rows, task.Ways);
        head.Scores(task.QueryRows, scores.Values);
        bool isAugmented = settings.Augment.Kind != AugmentationKind.None;
        return new Scoring(scores, _decision)
        {
            Condition = new Condition(
                epochs,
                isAugmented ? settings.Augment.Name : null,
                isAugmented ? settings.Augment.Copies : null),
        };
    }
}
