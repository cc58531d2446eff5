namespace Clipper.Bench.Runs.Planning;

/// <summary>What a run would do now.</summary>
/// <param name="Folder">The results folder.</param>
/// <param name="Cells">Exactly the cells that a run has, in its order.</param>
/// <param name="Embeddings">The embeddings that they use.</param>
public sealed record PlanReport(
    string Folder, IReadOnlyList<PlannedCell> Cells, IReadOnlyList<PlannedEmbedding> Embeddings)
{
    /// <summary>Seconds of all estimates together: embedding, then cell after cell; without tables and plots.</summary>
    public double Seconds => Estimates.Sum(estimate => estimate.Seconds);

    /// <summary>Bytes of all estimates together, of the results folder and the embedding cache.</summary>
    public long Bytes => Estimates.Sum(estimate => estimate.Bytes);

    /// <summary>Cells and embeddings that will be computed and that nothing was measured for.</summary>
    public int Unknown =>
        Cells.Count(cell => !cell.IsDone && cell.Estimate is null)
        + Embeddings.Count(each => each.State == EmbeddingState.ToDo && each.Estimate is null);

    /// <summary>Where the rates come from, each once.</summary>
    public IReadOnlyList<string> Sources => [.. Estimates.Select(estimate => estimate.Source).Distinct()];

    private IEnumerable<PlanEstimate> Estimates =>
        Embeddings.Select(each => each.Estimate).Concat(Cells.Select(cell => cell.Estimate)).OfType<PlanEstimate>();
}
