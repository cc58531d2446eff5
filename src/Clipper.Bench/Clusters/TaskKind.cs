namespace Clipper.Bench.Clusters;

/// <summary>What the tasks of a job do. Each kind waits for the one before it.</summary>
public enum TaskKind
{
    /// <summary>Embeds a part of every data set.</summary>
    Embed,

    /// <summary>Computes a shard of the cells.</summary>
    Cells,

    /// <summary>Makes tables, plots and page of all cells.</summary>
    Report,
}
