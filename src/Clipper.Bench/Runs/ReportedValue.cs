namespace Clipper.Bench.Runs;

/// <summary>A value that tables report: a cell's metric, at the condition and threshold that were fixed or
/// chosen.</summary>
public sealed record ReportedValue
{
    /// <summary>The record that it is, with mean, interval and settings.</summary>
    public required RunRecord Record { get; init; }

    /// <summary>What condition and threshold were chosen on.</summary>
    public required ChoiceSource ChosenOn { get; init; }

    /// <summary>Of a step of a stream, whether they were chosen for that step or for all; null where nothing was
    /// chosen, and elsewhere.</summary>
    public ChoiceScope? Scope { get; init; }

    /// <summary>Whether it is the value that the mode stands by: in paper mode the best on the reported queries (of a
    /// stream the best of every step), else the one chosen on validation (of a stream the one for all steps);
    /// where there was nothing to choose, the only one.</summary>
    public required bool IsHeadline { get; init; }

    /// <summary>Hyper-parameters that have no column, e.g. <c>c=0.1</c>; empty where there are none.</summary>
    public required string Candidate { get; init; }

    /// <summary>Id of the cell, whose file has the values of every episode.</summary>
    public required string Cell { get; init; }
}
