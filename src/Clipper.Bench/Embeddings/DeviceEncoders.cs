using Clipper.Clip.Models;

namespace Clipper.Bench.Embeddings;

/// <summary>Towers as encoders that halve what their device's memory does not hold. An encoder disposes its
/// tower.</summary>
internal static class DeviceEncoders
{
    /// <summary>Of uint8 pixels.</summary>
    public static IRowEncoder<byte> OfPixels(ImageEncoder tower) =>
        Halving<byte>(tower, tower.IsOnCpu, tower.Dimension, tower.EncodePixels);

    /// <summary>Of normalised float32 planes.</summary>
    public static IRowEncoder<float> OfPlanes(ImageEncoder tower) =>
        Halving<float>(tower, tower.IsOnCpu, tower.Dimension, tower.Encode);

    /// <summary>Of tokens.</summary>
    public static IRowEncoder<int> OfTexts(TextEncoder tower) =>
        Halving<int>(tower, tower.IsOnCpu, tower.Dimension, tower.Encode);

    private static HalvingEncoder<T> Halving<T>(
        IDisposable tower, bool isOnCpu, int dimension, RowEncoding<T> encode)
        where T : unmanaged =>
        new(new DeviceEncoder<T>(tower, isOnCpu, dimension, encode));
}
