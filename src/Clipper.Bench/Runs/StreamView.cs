using Clipper.Bench.Configuration;
using Clipper.Bench.Datasets;
using Clipper.Bench.Methods;
using Clipper.Core.Episodes;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Bench.Runs;

/// <summary>An episode as a continual stream: its classes in drawn order, task after task, within a task sorted by code
/// point. A sample comes with the class that it was drawn for.</summary>
internal sealed class StreamView
{
    private readonly EpisodeTask _whole;
    private readonly int[] _supportUntil;
    private readonly int[] _waysUntil;

    /// <summary>Looks at one episode of a data set.</summary>
    public StreamView(
        Episode episode, IDataset dataset, EpisodeTables embeddings, ProtocolQuirks quirks, ContinualPlan stream)
    {
        Tasks = stream.Tasks(episode.Classes.Count);
        Classes =
        [
            .. episode.Classes.Chunk(stream.ClassesPerTask).SelectMany(
                task => task.OrderBy(label => dataset.Classes[label], CodePointComparer.Instance)),
        ];
        var taskOf = Classes.Select((label, place) => KeyValuePair.Create(label, place / stream.ClassesPerTask))
            .ToDictionary();
        Episode ordered = episode with
        {
            Classes = Classes,
            Support = [.. episode.Support.OrderBy(sample => taskOf[sample.Class])],
        };
        var view = EpisodeView.InDrawnOrder(ordered, dataset, embeddings, quirks);
        EpisodeTask task = view.Task();
        _whole = task with { Support = task.Support, Query = task.Query };
        Queries = view.Queries();
        QueryLabels = view.QueryLabels();
        _supportUntil = Running([.. Tasks.Select((_, task) => ordered.Support.Count(s => taskOf[s.Class] == task))]);
        _waysUntil = Running(Tasks);
    }

    /// <summary>The classes of the data set, in the order in which they come.</summary>
    public IReadOnlyList<int> Classes { get; }

    /// <summary>How many classes come in each task.</summary>
    public IReadOnlyList<int> Tasks { get; }

    /// <summary>What the queries are, over all classes of the stream.</summary>
    public EpisodeTruth Queries { get; }

    /// <summary>The labels of all queries over all classes of the stream.</summary>
    public LabelRows Truth => Queries.Labels;

    /// <summary>The same, each query's labels in the data set's own order.</summary>
    public IReadOnlyList<int[]> QueryLabels { get; }

    /// <summary>Whether a sample can have several labels.</summary>
    public bool IsMultiLabel => _whole.IsMultiLabel;

    /// <summary>Classes seen after a step.</summary>
    /// <param name="step">From 0.</param>
    public int WaysUntil(int step) => _waysUntil[step];

    /// <summary>What a learner is given at a step.</summary>
    /// <param name="step">From 0.</param>
    public StreamStep Step(int step)
    {
        int support = _supportUntil[step];
        int fresh = support - (step == 0 ? 0 : _supportUntil[step - 1]);
        return new StreamStep(step + 1, Known(support, _waysUntil[step]), Tasks[step], fresh);
    }

    /// <summary>What is known at a step, with the classes of the next task among the ways though they have no support
    /// yet.</summary>
    /// <param name="step">From 0; not the last one.</param>
    public EpisodeTask Ahead(int step) => Known(_supportUntil[step], _waysUntil[step + 1]);

    private EpisodeTask Known(int support, int ways) => _whole with
    {
        Classes = [.. _whole.Classes.Take(ways)],
        Support = new Matrix<float>(
            _whole.Support.View.Slice(0, support).Values.ToArray(), support, _whole.Support.Columns),
        SupportLabels = _whole.SupportLabels.Part(0, support, 0, ways),
        SupportSamples = [.. _whole.SupportSamples.Take(support)],
    };

    private static int[] Running(IReadOnlyList<int> counts)
    {
        int sum = 0;
        return [.. counts.Select(count => sum += count)];
    }
}
