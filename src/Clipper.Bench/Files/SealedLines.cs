using System.Security.Cryptography;
using System.Text;
using Clipper.Clip.Files;
using Clipper.Core.Errors;

namespace Clipper.Bench.Files;

/// <summary>Text files whose last line is the SHA-256 of every byte before it: for lists of a million lines, which read
/// ten times as fast as <see cref="SealedJson"/>.</summary>
public static class SealedLines
{
    private const string Word = "seal ";

    private static readonly int _sealLength = Seal(new byte[SHA256.HashSizeInBytes]).Length;

    /// <summary>Writes the lines, whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="lines">Lines without line feeds.</param>
    /// <exception cref="DataFileException">The file cannot be written.</exception>
    public static void Write(string path, IEnumerable<string> lines) => AtomicFile.Write(path, stream =>
    {
        using var hash = SHA256.Create();
        using (var hashed = new CryptoStream(stream, hash, CryptoStreamMode.Write, leaveOpen: true))
        using (var text = new StreamWriter(hashed, new UTF8Encoding(false), bufferSize: 1 << 16))
        {
            foreach (string line in lines)
            {
                text.Write(line);
                text.Write('\n');
            }
        }

        stream.Write(Seal(hash.Hash ?? []));
    });

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="DataFileException">Missing, unreadable, or any byte differs from what was written.</exception>
    public static IEnumerable<string> Read(string path)
    {
        byte[] bytes = ReadBytes(path);
        int length = bytes.Length - _sealLength;
        if (length < 0 || !bytes.AsSpan(length).SequenceEqual(Seal(SHA256.HashData(bytes.AsSpan(0, length)))))
        {
            throw new DataFileException(path, "does not match its seal: it is truncated or was changed.");
        }

        return Lines(bytes.AsMemory(0, length));
    }

    private static IEnumerable<string> Lines(ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            int end = bytes.Span.IndexOf((byte)'\n');
            yield return Encoding.UTF8.GetString(bytes.Span[..end]);
            bytes = bytes[(end + 1)..];
        }
    }

    private static byte[] ReadBytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(path, $"cannot be read ({e.Message}).", e);
        }
    }

    private static byte[] Seal(byte[] hash) => Encoding.UTF8.GetBytes($"{Word}{Convert.ToHexStringLower(hash)}\n");
}
