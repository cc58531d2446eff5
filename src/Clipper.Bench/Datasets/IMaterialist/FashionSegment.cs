using Clipper.Clip.Imaging;

namespace Clipper.Bench.Datasets.IMaterialist;

/// <summary>A row of train.csv: a garment, or a part of one, in an image.</summary>
/// <param name="Image">File name of the image.</param>
/// <param name="Labels">Places of its attributes, ascending, none twice; often none.</param>
/// <param name="Box">Its rectangle, decoded as the mode asks for.</param>
internal sealed record FashionSegment(string Image, int[] Labels, ImageRegion Box);
