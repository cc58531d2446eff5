namespace Clipper.Bench.Datasets.Coco;

/// <summary>An image of an annotation file.</summary>
/// <param name="Id">Its number; there are gaps.</param>
/// <param name="File">File name.</param>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows.</param>
internal sealed record CocoImage(long Id, string File, int Width, int Height);
