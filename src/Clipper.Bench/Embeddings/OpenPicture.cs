using Clipper.Bench.Datasets;
using Clipper.Clip.Imaging;

namespace Clipper.Bench.Embeddings;

/// <summary>The image that was decoded last, for the samples that are parts of it.</summary>
internal sealed class OpenPicture(IDataset dataset, IImagePipeline pipeline) : IDisposable
{
    private string _image = "";
    private Raster? _picture;

    /// <summary>The decoded image of a sample; valid until the next call.</summary>
    /// <exception cref="Clipper.Core.Errors.DataFileException">It cannot be read.</exception>
    public Raster Of(int index)
    {
        Sample sample = dataset.Samples[index];
        if (_picture is null || sample.Image != _image)
        {
            Dispose();
            _picture = pipeline.Decode(dataset.ReadImage(index), sample.Image);
            _image = sample.Image;
        }

        return _picture;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _picture?.Dispose();
        _picture = null;
    }
}
