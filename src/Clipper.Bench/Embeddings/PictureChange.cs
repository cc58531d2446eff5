using System.Globalization;
using Clipper.Clip.Imaging;
using Clipper.Clip.Imaging.Augmentation;
using Clipper.Core.Randomness;

namespace Clipper.Bench.Embeddings;

/// <summary>How pictures are changed before they are embedded. What chance decides about a picture follows from its
/// name and the seed alone, so that it is the same whatever else is embedded.</summary>
/// <param name="Spec">What chance may do.</param>
/// <param name="Seed">The seed that the stream of every picture derives from.</param>
public sealed record PictureChange(AugmentationSpec Spec, Seed Seed)
{
    /// <summary>Canonical text of everything that decides the change, for the cache's key.</summary>
    public string Fingerprint =>
        string.Create(CultureInfo.InvariantCulture, $"change {Spec.Fingerprint}; seed {Seed.Value}");

    /// <summary>The changed picture.</summary>
    public Raster Apply(Raster picture, string name) => PictureAugmentation.Apply(
        picture, AugmentationDraw.Of(Spec, picture.Width, picture.Height, Seed.Derive("augment", name, 0, Seed)));
}
