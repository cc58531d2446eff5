using System.Buffers.Binary;
using System.Text;

namespace Clipper.Testing.Official;

/// <summary>Writes a dictionary as cPickle of Python 2 did with protocol 2: byte strings for texts, NumPy arrays
/// through <c>_reconstruct</c>.</summary>
public static class Python2Pickle
{
    private const byte ShortString = (byte)'U';
    private const byte LongString = (byte)'T';

    /// <summary>The pickle. Values are texts, integers, arrays of them, or rows of bytes.</summary>
    /// <exception cref="ArgumentException">Another kind of value.</exception>
    public static byte[] Of(params (string Key, object Value)[] items)
    {
        var bytes = new List<byte> { 0x80, 2, (byte)'}', (byte)'q', 1, (byte)'(' };
        foreach ((string key, object value) in items)
        {
            Text(bytes, key);
            Value(bytes, value);
        }

        bytes.AddRange("u."u8);
        return [.. bytes];
    }

    private static void Value(List<byte> bytes, object value)
    {
        switch (value)
        {
            case string text:
                Text(bytes, text);
                break;
            case int number:
                Number(bytes, number);
                break;
            case byte[][] rows:
                Rows(bytes, rows);
                break;
            case int[] numbers:
                Items(bytes, numbers, Number);
                break;
            case string[] texts:
                Items(bytes, texts, Text);
                break;
            default:
                throw new ArgumentException($"{value.GetType()} is not pickled here.", nameof(value));
        }
    }

    private static void Items<T>(List<byte> bytes, T[] items, Action<List<byte>, T> write)
    {
        bytes.AddRange("]("u8);
        foreach (T item in items)
        {
            write(bytes, item);
        }

        bytes.Add((byte)'e');
    }

    private static void Rows(List<byte> bytes, byte[][] rows)
    {
        bytes.AddRange("cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\nK\0"u8);
        bytes.AddRange([0x85, ShortString, 1, (byte)'b', 0x87, (byte)'R', (byte)'q', 9, (byte)'(', (byte)'K', 1]);
        Number(bytes, rows.Length);
        Number(bytes, rows.Length > 0 ? rows[0].Length : 0);
        bytes.Add(0x86);
        bytes.AddRange("cnumpy\ndtype\n"u8);
        bytes.AddRange([ShortString, 2, (byte)'u', (byte)'1', (byte)'K', 0, (byte)'K', 1]);
        bytes.AddRange([0x87, (byte)'R', (byte)'q', 11]);
        bytes.AddRange([(byte)'(', (byte)'K', 3, ShortString, 1, (byte)'|', (byte)'N', (byte)'N', (byte)'N']);
        bytes.AddRange([(byte)'J', 255, 255, 255, 255, (byte)'J', 255, 255, 255, 255]);
        bytes.AddRange("K\0tb"u8);
        bytes.Add(0x89);
        Long(bytes, [.. rows.SelectMany(row => row)]);
        bytes.AddRange("tb"u8);
    }

    private static void Number(List<byte> bytes, int value)
    {
        if (value < 256)
        {
            bytes.AddRange([(byte)'K', (byte)value]);
        }
        else
        {
            bytes.AddRange([(byte)'M', (byte)value, (byte)(value >> 8)]);
        }
    }

    private static void Text(List<byte> bytes, string text)
    {
        byte[] ascii = Encoding.Latin1.GetBytes(text);
        bytes.AddRange([ShortString, (byte)ascii.Length, .. ascii]);
    }

    private static void Long(List<byte> bytes, byte[] text)
    {
        byte[] length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, text.Length);
        bytes.AddRange([LongString, .. length, .. text]);
    }
}
