namespace Clipper.Clip.Models;

/// <summary>A vision tower with its weights loaded, ready to embed pixels. (To be written by its owner; this is the agreed surface.)</summary>
public sealed class ImageEncoder : IDisposable
{
    /// <summary>What the model is, without loading libtorch.</summary>
    public ModelDescription Description => throw new NotImplementedException();

    /// <summary>Length of an embedding.</summary>
    public int Dimension => throw new NotImplementedException();

    /// <summary>Loads the model onto the device.</summary>
    /// <param name="description">From <see cref="ModelLoader"/>.</param>
    /// <param name="device">auto, cpu, cuda or cuda:i.</param>
    public static ImageEncoder Load(ModelDescription description, string device) => throw new NotImplementedException();

    /// <summary>Embeds normalised pixels: planes float32 [count, 3, size, size] to unnormalised embeddings float32 [count, Dimension]. Thread-safe; rows do not depend on the batch.</summary>
    public void Encode(ReadOnlySpan<float> planes, int count, Span<float> embeddings) => throw new NotImplementedException();

    /// <inheritdoc />
    public void Dispose() => throw new NotImplementedException();
}
