using System.Buffers.Binary;
using System.Text;

namespace Clipper.Clip.Files;

/// <summary>A header block of a TAR archive (POSIX ustar, GNU or the seventh edition's).</summary>
/// <param name="block">The 512 bytes.</param>
public readonly ref struct TarHeader(ReadOnlySpan<byte> block)
{
    /// <summary>Bytes of a block; headers and contents start at its multiples.</summary>
    public const int BlockLength = 512;

    private const int ChecksumStart = 148;
    private const int ChecksumLength = 8;

    private readonly ReadOnlySpan<byte> _block = block[..BlockLength];

    /// <summary>Whether this is the end of the archive: a block of zeros.</summary>
    public bool IsEnd => !_block.ContainsAnyExcept((byte)0);

    /// <summary>What the entry is: <c>0</c> or NUL a file, <c>5</c> a folder, <c>x</c> extended attributes, …</summary>
    public char Kind => (char)_block[156];

    /// <summary>The name as it stands here, prefix included; an extended header before it may say another.</summary>
    public string Name
    {
        get
        {
            string name = Text(0, 100);
            string prefix = _block.Slice(257, 6).SequenceEqual("ustar\0"u8) ? Text(345, 155) : "";
            return prefix.Length > 0 ? $"{prefix}/{name}" : name;
        }
    }

    /// <summary>Bytes of content, or -1 where the field is no number.</summary>
    public long Length => Number(_block.Slice(124, 12));

    /// <summary>Whether the block's checksum is right.</summary>
    public bool IsSound
    {
        get
        {
            long sum = ChecksumLength * ' ';
            foreach (byte value in _block[..ChecksumStart])
            {
                sum += value;
            }

            foreach (byte value in _block[(ChecksumStart + ChecksumLength)..])
            {
                sum += value;
            }

            return sum == Number(_block.Slice(ChecksumStart, ChecksumLength));
        }
    }

    /// <summary>UTF-8, or byte by byte where it is not.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }

    private string Text(int start, int length)
    {
        ReadOnlySpan<byte> field = _block.Slice(start, length);
        int end = field.IndexOf((byte)0);
        return Decode(end < 0 ? field : field[..end]);
    }

    // Octal digits between spaces and NULs; GNU writes larger numbers in base 256 with the first bit set.
    private static long Number(ReadOnlySpan<byte> field)
    {
        if (field[0] == 0x80)
        {
            long wide = BinaryPrimitives.ReadInt64BigEndian(field[^sizeof(long)..]);
            return field[1..^sizeof(long)].ContainsAnyExcept((byte)0) ? -1 : Math.Max(-1, wide);
        }

        ReadOnlySpan<byte> digits = field.Trim(" \0"u8);
        long value = 0;
        foreach (byte digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'7')
            {
                return -1;
            }

            value = (value * 8) + (digit - '0');
        }

        return value;
    }
}
