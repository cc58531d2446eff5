namespace Clipper.Bench.Reports.Artefacts;

/// <summary>Which value belongs into a cell of an artefact; what is null is left to the other axis.</summary>
internal sealed record ArtefactQuery
{
    /// <summary>The method, as the paper's numbers name it (<c>datasets/reported/clipper.csv</c>), or one of
    /// ours.</summary>
    public string? Method { get; init; }

    /// <summary>The metrics, the first that the data set has: <c>top1_accuracy</c> is there for single-label data
    /// alone.</summary>
    public IReadOnlyList<string>? Metrics { get; init; }

    /// <summary>Classes an episode, as the paper counts them: its 20 are fewer where a data set has fewer.</summary>
    public int? Ways { get; init; }

    /// <summary>Support images a class.</summary>
    public int? Shots { get; init; }

    /// <summary>Classes learnt of a continual stream.</summary>
    public int? Step { get; init; }

    /// <summary>Training epochs, where not the chosen ones are meant.</summary>
    public int? Epochs { get; init; }

    /// <summary>The backbone; null for that of the run.</summary>
    public string? Model { get; init; }

    /// <summary>What of the value is shown.</summary>
    public ArtefactQuantity Quantity { get; init; }

    /// <summary>This query with what <paramref name="other"/> says in place of its own.</summary>
    public ArtefactQuery With(ArtefactQuery other) => new()
    {
        Method = other.Method ?? Method,
        Metrics = other.Metrics ?? Metrics,
        Ways = other.Ways ?? Ways,
        Shots = other.Shots ?? Shots,
        Step = other.Step ?? Step,
        Epochs = other.Epochs ?? Epochs,
        Model = other.Model ?? Model,
        Quantity = other.Quantity == ArtefactQuantity.Mean ? Quantity : other.Quantity,
    };
}
