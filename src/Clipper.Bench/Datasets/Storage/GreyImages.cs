using System.Collections.Concurrent;
using Clipper.Clip.Imaging;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets.Storage;

/// <summary>Tells which images are grey, looking at each once when it is asked for. Thread-safe.</summary>
internal sealed class GreyImages(IImageStore images)
{
    private readonly ConcurrentDictionary<string, bool> _known = new(StringComparer.Ordinal);

    /// <summary>Whether a sample's image is grey.</summary>
    public bool Contains(Sample sample) => Contains(sample.Image);

    /// <summary>Whether an image is grey; one that cannot be read is not: the embedding pass tells of it.</summary>
    public bool Contains(string image) => _known.GetOrAdd(image, id =>
    {
        try
        {
            return ImageDecoder.IsGrey(images.Read(id), id);
        }
        catch (DataFileException)
        {
            return false;
        }
    });
}
