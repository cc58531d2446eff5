namespace Clipper.Core.Training;

/// <summary>The order in which each epoch visits the training samples.</summary>
public interface IEpochOrder
{
    /// <summary>Writes the order of the next epoch: every number from 0 to the length − 1 once.</summary>
    void Next(Span<int> order);
}
