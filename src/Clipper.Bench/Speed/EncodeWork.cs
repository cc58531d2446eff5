using Clipper.Clip.Imaging;
using Clipper.Clip.Models;
using Clipper.Core.Randomness;

namespace Clipper.Bench.Speed;

/// <summary>A batch of 8 through ViT-B/32 with random weights, float32, one thread; a run does it through its
/// pipeline's encoder.</summary>
internal sealed class EncodeWork : ISpeedWork
{
    public const string Title = "vit-b-32";

    private const int Batch = 8;
    private const int Values = 3 * 224 * 224;

    private readonly ImageEncoder _encoder;
    private readonly ImagePreprocessor _preprocessor;
    private readonly byte[] _pixels = new byte[Batch * Values];
    private readonly float[] _planes = new float[Batch * Values];
    private readonly float[] _embeddings;

    public EncodeWork()
    {
        ModelDescription model =
            ModelLoader.Describe("random:0:image=224,patch=32,width=768,layers=12,embedding=512");
        _encoder = ImageEncoder.Load(model, "cpu");
        _preprocessor = new(model.Preprocess);
        _embeddings = new float[Batch * _encoder.Dimension];
    }

    public string Name => Title;

    public double Amount => Batch;

    public string Unit => "images";

    public void Prepare(int round)
    {
        var random = new RandomState(Seed.Derive("speed", Title, round));
        foreach (ref byte value in _pixels.AsSpan())
        {
            value = (byte)random.NextIndex(256);
        }

        for (int start = 0; start < _pixels.Length; start += Values)
        {
            _preprocessor.Normalize(_pixels.AsSpan(start, Values), _planes.AsSpan(start, Values));
        }
    }

    public void Run() => _encoder.Encode(_planes, Batch, _embeddings);

    public string Answer() => Checksum.Of<float>(_embeddings);

    // The encoder of a run holds the same model; loading it twice would take longer than all rounds.
    public string Expected()
    {
        float[] embeddings = new float[_embeddings.Length];
        _encoder.EncodePixels(_pixels, Batch, embeddings);
        return Checksum.Of<float>(embeddings);
    }

    public void Dispose() => _encoder.Dispose();
}
