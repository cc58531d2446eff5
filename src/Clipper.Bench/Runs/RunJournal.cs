using System.Collections.Concurrent;
using Clipper.Bench.Datasets;
using Clipper.Bench.Embeddings;

namespace Clipper.Bench.Runs;

/// <summary>Notes what a run does, how long it takes and how much memory, for run.json. Thread-safe.</summary>
/// <param name="clock">The clock.</param>
/// <param name="ownsProcess">Whether the process does nothing else, so that the peak of its memory may be counted anew
/// for every stage.</param>
internal sealed class RunJournal(TimeProvider clock, bool ownsProcess = false)
{
    private readonly long _start = clock.GetTimestamp();
    private readonly ConcurrentQueue<EmbeddingEntry> _embeddings = [];
    private readonly ConcurrentDictionary<int, CellEntry> _cells = [];
    private readonly ConcurrentQueue<RunStage> _stages = [];

    /// <summary>When it began.</summary>
    public DateTimeOffset Started { get; } = clock.GetUtcNow();

    /// <summary>How long it has taken so far.</summary>
    public TimeSpan Elapsed => clock.GetElapsedTime(_start);

    /// <summary>The embedding passes, in order.</summary>
    public IReadOnlyList<EmbeddingEntry> Embeddings => [.. _embeddings];

    /// <summary>The stages that are done, in order.</summary>
    public IReadOnlyList<RunStage> Stages => [.. _stages];

    /// <summary>A line an embedding pass that was not spared by the cache, and one of the stages.</summary>
    public IReadOnlyList<string> Timings =>
    [
        .. _embeddings.Select(pass => pass.Stages?.Line(pass.Dataset, pass.Model, pass.Samples, pass.Seconds))
            .OfType<string>(),
        RunStage.Line(_stages),
    ];

    /// <summary>The cells computed, in the order of the plan.</summary>
    public IReadOnlyList<CellEntry> Cells => [.. _cells.OrderBy(entry => entry.Key).Select(entry => entry.Value)];

    /// <summary>A clock for one piece of work.</summary>
    public Func<TimeSpan> StartWatch()
    {
        long start = clock.GetTimestamp();
        return () => clock.GetElapsedTime(start);
    }

    /// <summary>Begins a stage, which ends when the result is disposed. One at a time.</summary>
    /// <param name="stage">Its name.</param>
    /// <param name="subject">What it is for; null for all.</param>
    public StageScope Stage(string stage, Subject? subject = null) => new(
        _stages.Enqueue,
        stage,
        subject is null ? "" : $"{subject.DatasetName} with {subject.Model.Name}",
        StartWatch(),
        ownsProcess && PeakMemory.Restart());

    /// <summary>Notes that a data set's embeddings are there.</summary>
    public void Embedded(Subject subject, IEmbeddings embeddings, TimeSpan elapsed)
    {
        IDataset dataset = subject.Dataset;
        IEnumerable<SkippedEntry> skipped = embeddings.Skipped
            .OrderBy(pair => pair.Key)
            .Select(pair => new SkippedEntry(dataset.Samples[pair.Key].Id, pair.Value));
        _embeddings.Enqueue(new EmbeddingEntry(
            subject.DatasetName,
            subject.Model.Name,
            subject.Detour,
            embeddings.Key,
            embeddings.FromCache,
            dataset.Samples.Count,
            elapsed.TotalSeconds,
            [.. skipped],
            embeddings.Stages));
    }

    /// <summary>Notes that a cell is done.</summary>
    public void Finished(Cell cell, TimeSpan elapsed) =>
        _cells[cell.Index] = new CellEntry(cell.Id, elapsed.TotalSeconds);

    /// <summary>An embedding pass; stages are null where the embeddings came from the cache.</summary>
    public sealed record EmbeddingEntry(
        string Dataset, string Model, string Detour, string Key, bool FromCache, int Samples, double Seconds,
        IReadOnlyList<SkippedEntry> Skipped, StageSeconds? Stages);

    /// <summary>An image that was left out.</summary>
    public sealed record SkippedEntry(string Sample, string Reason);

    /// <summary>A computed cell.</summary>
    public sealed record CellEntry(string Cell, double Seconds);
}
