using Clipper.Clip.Imaging;
using Clipper.Clip.Models;

namespace Clipper.Bench.Embeddings;

/// <summary>CLIP's preprocessing and vision tower.</summary>
internal sealed class ClipPipeline : IImagePipeline
{
    private readonly ImagePreprocessor _preprocessor;
    private readonly ModelDescription _model;
    private readonly string _device;
    private readonly Precision _precision;
    private readonly int _pixelLength;
    private readonly PictureChange? _change;

    public ClipPipeline(ModelDescription model, EmbeddingOptions options)
    {
        _model = model;
        _device = options.Device;
        _precision = options.Precision;
        _preprocessor = new(model.Preprocess);
        _change = options.Change;
        _pixelLength = model.Preprocess.Size * model.Preprocess.Size * 3;
    }

    public string Fingerprint => _change is null
        ? _preprocessor.Fingerprint
        : $"{_preprocessor.Fingerprint}; {_change.Fingerprint}";

    public int PixelLength => _pixelLength;

    public Raster Decode(ReadOnlySpan<byte> encoded, string name) => ImageDecoder.Decode(encoded, name);

    public void ToPixels(Raster picture, ImageRegion? part, string name, Span<byte> pixels)
    {
        if (part is not { } region)
        {
            ToPixels(picture, name, pixels);
            return;
        }

        if (region.Within(picture.Width, picture.Height) is null)
        {
            throw new ImageException(name, $"lies outside its image of {picture.Width} × {picture.Height} pixels.");
        }

        using Raster cut = picture.Crop(region);
        ToPixels(cut, name, pixels);
    }

    public IRowEncoder<byte> LoadEncoder() =>
        DeviceEncoders.OfPixels(ImageEncoder.Load(_model, _device, _precision));

    private void ToPixels(Raster picture, string name, Span<byte> pixels)
    {
        if (_change is null)
        {
            _preprocessor.ToPixels(picture, name, pixels);
        }
        else
        {
            _preprocessor.ToPixels(picture, name, prepared => _change.Apply(prepared, name), pixels);
        }
    }
}
