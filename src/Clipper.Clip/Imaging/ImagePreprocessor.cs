namespace Clipper.Clip.Imaging;

/// <summary>Encoded image bytes to pixels, bit for bit as Pillow does it. Thread-safe. (To be written by its owner; this is the agreed surface.)</summary>
public sealed class ImagePreprocessor(PreprocessSpec spec)
{
    /// <summary>The specification that it follows.</summary>
    public PreprocessSpec Spec => spec;

    /// <summary>Canonical text of everything that decides the pixels: the spec, the code's schema number, decoder names and versions. Part of the embedding cache's key.</summary>
    public string Fingerprint => throw new NotImplementedException();

    /// <summary>Decodes, resizes and crops to uint8 [Size, Size, 3].</summary>
    /// <param name="encoded">The bytes of a JPEG, PNG, GIF or BMP file.</param>
    /// <param name="name">Names the image in errors.</param>
    /// <param name="pixels">Size × Size × 3 bytes, RGB.</param>
    /// <exception cref="ImageException">The bytes are not a readable image.</exception>
    public void ToPixels(ReadOnlySpan<byte> encoded, string name, Span<byte> pixels) => throw new NotImplementedException();

    /// <summary>uint8 [Size, Size, 3] to float32 [3, Size, Size]: (v/255 − mean)/std in fp32.</summary>
    public void Normalize(ReadOnlySpan<byte> pixels, Span<float> planes) => throw new NotImplementedException();
}
