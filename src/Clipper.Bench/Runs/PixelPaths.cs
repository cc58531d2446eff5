using Clipper.Bench.Datasets;
using Clipper.Clip.Imaging;

namespace Clipper.Bench.Runs;

/// <summary>The resizes that come before CLIP's preprocessing in the reference (PROTOCOL section 3, Q6). Support
/// pictures come from its loaders of May 2021, queries from embeddings that it had saved in February. On both paths a
/// picture is an array of RGB bytes before anything else is done.</summary>
/// <param name="Support">That of support pictures.</param>
/// <param name="Query">That of query pictures.</param>
internal sealed record PixelPaths(PreprocessDetour Support, PreprocessDetour Query)
{
    private static readonly PixelPaths _asRead = new(PreprocessDetour.None, PreprocessDetour.None);

    // Of sets that the reference has not: of one label a sample as its folders of classes, of several labels as read.
    private static readonly PixelPaths _folder =
        new(PreprocessDetour.TfBilinear224, PreprocessDetour.TfBilinear224CvBilinear112);

    /// <summary>Those of a data set.</summary>
    public static PixelPaths Of(IDataset dataset) => dataset.Name switch
    {
        "cifar10" => new(PreprocessDetour.TfBilinear224, PreprocessDetour.CvBilinear80),
        "imagenet-a" => new(PreprocessDetour.TfBilinear224, PreprocessDetour.CvBilinear224),
        "imagenet-r" => new(PreprocessDetour.TfBilinear224, PreprocessDetour.CvBilinear112),
        "colorectal-histology" or "lfw" or "omniglot" => new(PreprocessDetour.TfBilinear224, PreprocessDetour.None),
        "coco" or "imaterialist" => _asRead,
        _ => dataset.IsMultiLabel ? _asRead : _folder,
    };
}
