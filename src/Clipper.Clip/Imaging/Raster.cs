using System.Buffers;

namespace Clipper.Clip.Imaging;

/// <summary>A decoded picture: rows from the top, pixels from the left, channels interleaved, no padding.</summary>
/// <remarks>Its memory may be pooled: read nothing from it after disposal. One that is never disposed costs garbage,
/// not correctness.</remarks>
public sealed class Raster : IDisposable
{
    /// <summary>Largest number of pixels that is decoded: Pillow 9.4's limit against decompression bombs.</summary>
    public const long MaxPixels = 178_956_970;

    /// <summary>Bytes of a palette: 256 entries of R, G, B.</summary>
    public const int PaletteSize = 768;

    private const int LargestPooled = 1 << 24;

    private readonly byte[] _palette;
    private readonly bool _pooled;
    private byte[]? _buffer;

    private Raster(ImageMode mode, int width, int height, byte[] palette)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        Mode = mode;
        Width = width;
        Height = height;
        _palette = palette;
        int length = checked(width * height * mode.BytesPerPixel());
        _pooled = length <= LargestPooled;
        _buffer = _pooled ? ArrayPool<byte>.Shared.Rent(length) : GC.AllocateUninitializedArray<byte>(length);
    }

    /// <summary>What a pixel is made of.</summary>
    public ImageMode Mode { get; }

    /// <summary>Pixels in a row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Bytes of one row.</summary>
    public int Stride => Width * Mode.BytesPerPixel();

    /// <summary>All pixels, Height × Stride bytes.</summary>
    public ReadOnlySpan<byte> Pixels => Writable;

    /// <summary>Colours of a picture in mode <see cref="ImageMode.Palette"/> as 256 × (R, G, B); empty in other
    /// modes.</summary>
    public ReadOnlySpan<byte> Palette => _palette;

    /// <summary>The pixels for the code that fills them.</summary>
    internal Span<byte> Writable
    {
        get
        {
            ObjectDisposedException.ThrowIf(_buffer is null, this);
            return _buffer.AsSpan(0, Height * Stride);
        }
    }

    /// <summary>Makes a picture from a copy of the given pixels.</summary>
    /// <param name="mode">Any mode but <see cref="ImageMode.Palette"/>.</param>
    /// <param name="width">Pixels in a row, positive.</param>
    /// <param name="height">Rows, positive.</param>
    /// <param name="pixels">Width × height × bytes a pixel.</param>
    /// <exception cref="ArgumentException">The length does not fit, or the mode needs a palette.</exception>
    public static Raster FromPixels(ImageMode mode, int width, int height, ReadOnlySpan<byte> pixels)
    {
        if (mode == ImageMode.Palette)
        {
            throw new ArgumentException("A picture with a palette comes from a file.", nameof(mode));
        }

        long expected = (long)width * height * mode.BytesPerPixel();
        if (pixels.Length != expected)
        {
            string shape = $"{width} × {height} pixels of mode {mode.PillowName()}";
            throw new ArgumentException($"{shape} are {expected} bytes, got {pixels.Length}.", nameof(pixels));
        }

        Raster raster = Rent(mode, width, height);
        pixels.CopyTo(raster.Writable);
        return raster;
    }

    /// <summary>The picture as <see cref="ImageMode.Rgb"/>, converted as Pillow's <c>convert("RGB")</c>: alpha is
    /// dropped, 32-bit integers are clipped to 0…255. A new picture, also where this one is RGB already.</summary>
    public Raster ToRgb()
    {
        Raster rgb = Rent(ImageMode.Rgb, Width, Height);
        RgbConversion.Convert(this, rgb.Writable);
        return rgb;
    }

    /// <summary>A part of the picture in the picture's own mode, cut at its borders as a NumPy slice is; a new
    /// picture.</summary>
    /// <exception cref="ArgumentException">No part of the region lies in the picture.</exception>
    public Raster Crop(ImageRegion region)
    {
        if (region.Within(Width, Height) is not { } part)
        {
            throw new ArgumentException($"{region} lies outside a picture of {Width} × {Height}.", nameof(region));
        }

        Raster cut = RentAlike(part.Width, part.Height);
        int pixel = Mode.BytesPerPixel();
        for (int row = 0; row < part.Height; row++)
        {
            int from = ((part.Y + row) * Stride) + (part.X * pixel);
            Pixels.Slice(from, cut.Stride).CopyTo(cut.Writable[(row * cut.Stride)..]);
        }

        return cut;
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        byte[]? buffer = Interlocked.Exchange(ref _buffer, null);
        if (_pooled && buffer is not null)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>A picture whose pixels are not yet set.</summary>
    internal static Raster Rent(ImageMode mode, int width, int height) => new(mode, width, height, []);

    /// <summary>A picture with a palette whose pixels are not yet set. Entries that the file lacks are grey (i, i,
    /// i).</summary>
    internal static Raster RentWithPalette(int width, int height, ReadOnlySpan<byte> colors)
    {
        byte[] palette = new byte[PaletteSize];
        for (int i = 0; i < PaletteSize; i++)
        {
            palette[i] = (byte)(i / 3);
        }

        colors.CopyTo(palette);
        return new Raster(ImageMode.Palette, width, height, palette);
    }

    /// <summary>A picture like this one, palette included, of another size and with pixels not yet set.</summary>
    internal Raster RentAlike(int width, int height) => new(Mode, width, height, _palette);
}
