using Clipper.Clip.Imaging;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets.Sheets;

/// <summary>The picture of a sample, for looking at.</summary>
internal static class SamplePicture
{
    /// <summary>Reads it as RGB; of a sample that is a part of an image, the part. The caller owns it.</summary>
    /// <exception cref="DataFileException">The image cannot be read.</exception>
    public static Raster Read(IDataset dataset, int sample)
    {
        using Raster decoded = ImageDecoder.Decode(dataset.ReadImage(sample), dataset.Samples[sample].Id);
        using Raster? part = dataset.Samples[sample].Region is { } region ? decoded.Crop(region) : null;
        return (part ?? decoded).ToRgb();
    }
}
