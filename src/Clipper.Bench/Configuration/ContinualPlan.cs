namespace Clipper.Bench.Configuration;

/// <summary>How the classes of an episode come as a continual stream (PROTOCOL section 8): in the order in which they
/// were drawn, task after task, each learnt with its own support alone at hand.</summary>
/// <param name="ClassesPerTask">Classes that come together, at least 1; the last task may have fewer.</param>
public sealed record ContinualPlan(int ClassesPerTask)
{
    /// <summary>The sizes of the tasks of a stream of so many classes.</summary>
    public IReadOnlyList<int> Tasks(int classes) =>
    [
        .. Enumerable.Range(0, (classes + ClassesPerTask - 1) / ClassesPerTask)
            .Select(task => Math.Min(ClassesPerTask, classes - (task * ClassesPerTask))),
    ];
}
