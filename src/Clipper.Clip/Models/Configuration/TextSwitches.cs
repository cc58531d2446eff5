namespace Clipper.Clip.Models.Configuration;

/// <summary>What shapes cannot tell about a text tower, as far as one source knows it; null where it does
/// not.</summary>
internal sealed record TextSwitches
{
    /// <summary>Attention heads.</summary>
    public int? Heads { get; init; }

    /// <summary>Activation of the MLP.</summary>
    public Activation? Activation { get; init; }

    /// <summary>Epsilon of the layer norms.</summary>
    public double? LayerNormEps { get; init; }

    /// <summary>The token that is pooled; where no source names one, the largest id.</summary>
    public int? EndToken { get; init; }

    /// <summary>All that this source knows, and the rest from <paramref name="other"/>.</summary>
    public TextSwitches Over(TextSwitches other) => new()
    {
        Heads = Heads ?? other.Heads,
        Activation = Activation ?? other.Activation,
        LayerNormEps = LayerNormEps ?? other.LayerNormEps,
        EndToken = EndToken ?? other.EndToken,
    };
}
