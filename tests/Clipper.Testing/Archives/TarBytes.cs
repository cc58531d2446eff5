using System.Globalization;
using System.Text;

namespace Clipper.Testing.Archives;

/// <summary>Builds TAR archives header by header, hostile ones too.</summary>
public sealed class TarBytes
{
    private const int BlockLength = 512;

    private readonly List<byte> _bytes = [];

    /// <summary>A file.</summary>
    public TarBytes File(string name, byte[] content) => Entry('0', name, content);

    /// <summary>A file of text.</summary>
    public TarBytes File(string name, string text) => File(name, Encoding.UTF8.GetBytes(text));

    /// <summary>A file whose name stands in a GNU header before it.</summary>
    public TarBytes LongFile(string name, byte[] content) => this
        .Entry('L', "././@LongLink", [.. Encoding.UTF8.GetBytes(name), 0])
        .File(name[..Math.Min(50, name.Length)], content);

    /// <summary>A file whose name stands in a POSIX header before it.</summary>
    public TarBytes PaxFile(string name, byte[] content) => Pax(("path", name)).File("short", content);

    /// <summary>A POSIX header before the next entry.</summary>
    public TarBytes Pax(params (string Key, string Value)[] records) =>
        Entry('x', "PaxHeaders/x", [.. records.SelectMany(r => Record(r.Key, r.Value))]);

    /// <summary>An entry of any kind.</summary>
    /// <param name="kind">0 file, 1 hard link, 2 symbolic link, 3 and 4 devices, 5 folder, 6 pipe, …</param>
    /// <param name="name">Name in the header.</param>
    /// <param name="content">Content; null = none.</param>
    /// <param name="link">Where a link leads.</param>
    /// <param name="size">Size in the header, where it is not the content's.</param>
    public TarBytes Entry(char kind, string name, byte[]? content = null, string link = "", string? size = null)
    {
        content ??= [];
        byte[] block = new byte[BlockLength];
        Put(block, 0, name);
        Put(block, 100, "0000644");
        Put(block, 124, size ?? Convert.ToString(content.Length, 8).PadLeft(11, '0'));
        Put(block, 136, "14000000000");
        Put(block, 148, "        ");
        block[156] = (byte)kind;
        Put(block, 157, link);
        Put(block, 257, "ustar\000");
        Put(block, 148, Convert.ToString(block.Sum(b => b), 8).PadLeft(6, '0') + "\0 ");
        _bytes.AddRange(block);
        _bytes.AddRange(content);
        _bytes.AddRange(new byte[(BlockLength - (content.Length % BlockLength)) % BlockLength]);
        return this;
    }

    /// <summary>Bytes as they are.</summary>
    public TarBytes Raw(byte[] bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    /// <summary>The archive with its end.</summary>
    public byte[] ToArray() => [.. _bytes, .. new byte[2 * BlockLength]];

    private static byte[] Record(string key, string value)
    {
        byte[] rest = Encoding.UTF8.GetBytes($" {key}={value}\n");
        int length = rest.Length;
        while (length != rest.Length + length.ToString(CultureInfo.InvariantCulture).Length)
        {
            length = rest.Length + length.ToString(CultureInfo.InvariantCulture).Length;
        }

        return [.. Encoding.UTF8.GetBytes(length.ToString(CultureInfo.InvariantCulture)), .. rest];
    }

    private static void Put(byte[] block, int at, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        bytes.AsSpan(0, Math.Min(100, bytes.Length)).CopyTo(block.AsSpan(at));
    }
}
