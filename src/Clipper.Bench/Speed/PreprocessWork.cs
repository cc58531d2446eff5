using Clipper.Bench.Embeddings;
using Clipper.Clip.Imaging;
using Clipper.Clip.Models;
using Clipper.Core.Randomness;

namespace Clipper.Bench.Speed;

/// <summary>A PNG of 500 × 375 to normalised planes of 224 × 224; a run does it through its image
/// pipeline.</summary>
internal sealed class PreprocessWork : ISpeedWork
{
    public const string Title = "preprocess";

    private const int Width = 500;
    private const int Height = 375;
    private const int Size = 224;
    private const string FileName = "picture.png";

    private readonly ClipPipeline _pipeline =
        new(ModelLoader.Describe("random:0:image=224,patch=32"), new EmbeddingOptions());

    private readonly ImagePreprocessor _preprocessor = new(PreprocessSpec.Clip(Size));
    private readonly byte[] _pixels = new byte[Size * Size * 3];
    private readonly float[] _planes = new float[Size * Size * 3];
    private byte[] _png = [];

    public string Name => Title;

    public double Amount => 1;

    public string Unit => "images";

    // Slopes with noise, so that the file is about as hard to unpack as a photograph.
    public void Prepare(int round)
    {
        var random = new RandomState(Seed.Derive("speed", Title, round));
        byte[] rgb = new byte[Width * Height * 3];
        for (int i = 0; i < rgb.Length; i++)
        {
            rgb[i] = (byte)((i / 3 % Width / 4) + (i / (3 * Width) / 4) + random.NextIndex(32));
        }

        using Raster picture = Raster.FromPixels(ImageMode.Rgb, Width, Height, rgb);
        _png = PngWriter.Write(picture);
    }

    public void Run()
    {
        _preprocessor.ToPixels(_png, FileName, _pixels);
        _preprocessor.Normalize(_pixels, _planes);
    }

    public string Answer() => Checksum.Of<float>(_planes);

    public string Expected()
    {
        byte[] pixels = new byte[_pixels.Length];
        float[] planes = new float[_planes.Length];
        using Raster picture = _pipeline.Decode(_png, FileName);
        _pipeline.ToPixels(picture, part: null, FileName, pixels);
        _preprocessor.Normalize(pixels, planes);
        return Checksum.Of<float>(planes);
    }

    public void Dispose()
    {
    }
}
