using Clipper.Clip.Imaging;

namespace Clipper.Clip.Models.Configuration;

/// <summary>What shapes cannot tell about a model, as far as one source knows it; null where it does not.</summary>
internal sealed record ModelSwitches
{
    /// <summary>Attention heads.</summary>
    public int? Heads { get; init; }

    /// <summary>Activation of the MLP.</summary>
    public Activation? Activation { get; init; }

    /// <summary>Epsilon of the layer norms.</summary>
    public double? LayerNormEps { get; init; }

    /// <summary>How tokens become one vector.</summary>
    public Pooling? Pooling { get; init; }

    /// <summary>Mean of the pixels.</summary>
    public ChannelTriple? Mean { get; init; }

    /// <summary>Standard deviation of the pixels.</summary>
    public ChannelTriple? Std { get; init; }

    /// <summary>When an image becomes RGB.</summary>
    public PreprocessOrder? Order { get; init; }

    /// <summary>Side of the crop by the shorter side of the resized image.</summary>
    public double? CropFraction { get; init; }

    /// <summary>All that this source knows, and the rest from <paramref name="other"/>.</summary>
    public ModelSwitches Over(ModelSwitches other) => new()
    {
        Heads = Heads ?? other.Heads,
        Activation = Activation ?? other.Activation,
        LayerNormEps = LayerNormEps ?? other.LayerNormEps,
        Pooling = Pooling ?? other.Pooling,
        Mean = Mean ?? other.Mean,
        Std = Std ?? other.Std,
        Order = Order ?? other.Order,
        CropFraction = CropFraction ?? other.CropFraction,
    };
}
