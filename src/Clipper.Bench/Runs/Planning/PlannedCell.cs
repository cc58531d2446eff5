namespace Clipper.Bench.Runs.Planning;

/// <summary>A cell that a run has.</summary>
/// <param name="Id">Its id, as in the results folder.</param>
/// <param name="Dataset">Data set and variant.</param>
/// <param name="Model">Model.</param>
/// <param name="Setting">Size of its episodes, e.g. <c>5w1s15q</c>.</param>
/// <param name="Method">Label of the method.</param>
/// <param name="IsDone">Whether the results folder has its result, so that a run does not compute it.</param>
/// <param name="Estimate">What it will take; null where it is done, or nothing was measured.</param>
public sealed record PlannedCell(
    string Id, string Dataset, string Model, string Setting, string Method, bool IsDone, PlanEstimate? Estimate);
