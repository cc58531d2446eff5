using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Randomness;
using Clipper.Core.Training;

namespace Clipper.Bench.Methods.Heads;

/// <summary>Imprints the classes of a stream as they come (PROTOCOL section 8): new unit columns beside those that are
/// there, from the new support alone; then trains, where that is asked for, with a fresh Adam. A head that is trained
/// for other numbers of epochs starts each step from itself, so each has a trajectory of its own.</summary>
/// <param name="method">Scores heads.</param>
/// <param name="settings">How to imprint and train.</param>
/// <param name="dataset">Names the streams of batch orders.</param>
/// <param name="copies">Changed copies of the support; null where there are none.</param>
internal sealed class ImprintLearner(
    ImprintMethod method, ImprintSettings settings, string dataset, SupportCopies? copies) : IStreamLearner
{
    private readonly ImprintedHead<float>?[] _heads = new ImprintedHead<float>?[settings.Train?.Epochs.Count ?? 1];

    /// <inheritdoc />
    public IReadOnlyList<Scoring> Learn(StreamStep step)
    {
        EpisodeTask task = step.Task;
        (Matrix<float> support, LabelRows labels) = copies?.Enlarge(task) ?? (task.Support, task.SupportLabels);
        int fresh = step.NewSupport * (support.Rows / task.Support.Rows);
        int known = task.Ways - step.NewWays;
        MatrixView<float> rows = support.View.Slice(support.Rows - fresh, fresh);
        LabelRows freshLabels = labels.Part(support.Rows - fresh, fresh, known, step.NewWays);
        string[] classes = [.. task.Classes.Skip(known)];
        var scorings = new Scoring[_heads.Length];
        for (int i = 0; i < scorings.Length; i++)
        {
            ImprintedHead<float> head = _heads[i]?.Add(rows, freshLabels, classes)
                ?? ImprintedHead<float>.Imprint(settings.Imprint, rows, freshLabels, classes);
            _heads[i] = settings.Train is { } plan ? Train(head, plan, i, step, support, labels, fresh) : head;
            scorings[i] = method.Score(_heads[i] ?? head, task, settings.Train?.Epochs[i]);
        }

        return scorings;
    }

    private ImprintedHead<float> Train(
        ImprintedHead<float> head, TrainPlan plan, int index, StreamStep step, Matrix<float> support, LabelRows labels,
        int fresh)
    {
        int first = plan.Samples == TrainedSamples.New ? support.Rows - fresh : 0;
        var set = TrainingSet<float>.Of(
            support.View.Slice(first, support.Rows - first),
            labels.Part(first, support.Rows - first, 0, labels.Classes),
            settings.Repeats);
        Seed stream = Seed.Derive("batch-order", dataset, step.Task.Seed);
        var trainer = new HeadTrainer<float>(
            head, set, plan.Settings, new SeededOrder(Seed.Derive("step", "", step.Number, stream)));
        return trainer.HeadsAfter([plan.Passes[index]])[0];
    }
}
