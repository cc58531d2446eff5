using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Clipper.Core.Errors;

namespace Clipper.Clip.Checkpoints.Pickles;

/// <summary>The bytes of a pickle. A declared length is held against the bytes that are left before anything is made
/// of it.</summary>
/// <param name="path">The file, for errors.</param>
/// <param name="bytes">The pickle.</param>
/// <param name="dialect">What it may be made of, for errors.</param>
internal sealed class PickleInput(string path, ReadOnlyMemory<byte> bytes, PickleDialect dialect)
{
    private const int LongestName = 4096;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private int _at;
    private int _opcodeAt;

    /// <summary>The next opcode; errors until the next one are reported at its place.</summary>
    public byte Opcode()
    {
        _opcodeAt = _at;
        return Byte();
    }

    /// <summary>Unsigned 8-bit.</summary>
    public byte Byte() => Take(1)[0];

    /// <summary>Unsigned 16-bit.</summary>
    public ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    /// <summary>Signed 32-bit.</summary>
    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    /// <summary>Unsigned 32-bit.</summary>
    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    /// <summary>Big-endian double.</summary>
    public double Double() => BinaryPrimitives.ReadDoubleBigEndian(Take(8));

    /// <summary>64-bit length, held against what is left.</summary>
    public ulong Length64() => BinaryPrimitives.ReadUInt64LittleEndian(Take(8));

    /// <summary>A two's complement number of that many bytes.</summary>
    public long Long(int length)
    {
        if (length > sizeof(long))
        {
            throw Refused($"holds an integer of {length} bytes; at most 8 are read");
        }

        Span<byte> wide = stackalloc byte[sizeof(long)];
        var own = Take((ulong)length);
        wide.Fill(length > 0 && own[^1] >= 0x80 ? byte.MaxValue : byte.MinValue);
        own.CopyTo(wide);
        return BinaryPrimitives.ReadInt64LittleEndian(wide);
    }

    /// <summary>UTF-8 text of that many bytes.</summary>
    public string Text(ulong length)
    {
        try
        {
            return Strict.GetString(Take(length));
        }
        catch (DecoderFallbackException)
        {
            throw Refused("holds text that is not UTF-8");
        }
    }

    /// <summary>Text up to a line feed, which is skipped.</summary>
    public string Line()
    {
        int length = bytes.Span[_at..].IndexOf((byte)'\n');
        if (length is < 0 or > LongestName)
        {
            throw Refused("names a global without an end");
        }

        string line = Text((ulong)length);
        _at++;
        return line;
    }

    /// <summary>Checks that a frame lies in the pickle; its bytes are read as if it were not there.</summary>
    public void CheckFrame(ulong length)
    {
        if (length > (ulong)(bytes.Length - _at))
        {
            throw Refused($"declares a frame of {length} bytes where {bytes.Length - _at} are left");
        }
    }

    /// <summary>The error for a pickle that is not read, with the place of the opcode.</summary>
    public DataFileException Refused(string problem) => new(
        path,
        string.Create(CultureInfo.InvariantCulture, $"the pickle {problem} (byte {_opcodeAt}). ")
        + (dialect == PickleDialect.ByteArrays
            ? "Only arrays of bytes are read and nothing in a file is ever run; obtain it from its official origin."
            : "Only plain tensors are read and nothing in a file is ever run; convert the weights to safetensors."));

    /// <summary>That many bytes.</summary>
    public ReadOnlyMemory<byte> Bytes(ulong length)
    {
        int start = _at;
        return bytes.Slice(start, Take(length).Length);
    }

    private ReadOnlySpan<byte> Take(ulong length)
    {
        if (length > (ulong)(bytes.Length - _at))
        {
            throw Refused($"needs {length} bytes where {bytes.Length - _at} are left: it is truncated or damaged");
        }

        var taken = bytes.Span.Slice(_at, (int)length);
        _at += (int)length;
        return taken;
    }
}
