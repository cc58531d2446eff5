using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Clipper.Testing;

/// <summary>Reads NumPy's .npz archives: a zip of .npy files, version 1.0 to 3.0, C order, little-endian.</summary>
public static partial class Npz
{
    private static readonly byte[] Magic = [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>All arrays by name (without <c>.npy</c>), in ordinal order.</summary>
    /// <exception cref="InvalidDataException">A member is not a .npy file that this reader knows.</exception>
    public static IReadOnlyDictionary<string, NpyArray> Read(string path)
    {
        SortedDictionary<string, NpyArray> arrays = new(StringComparer.Ordinal);
        using ZipArchive archive = ZipFile.OpenRead(path);
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            using MemoryStream content = new();
            using (Stream stream = entry.Open())
            {
                stream.CopyTo(content);
            }

            string name = entry.FullName[..^Path.GetExtension(entry.FullName).Length];
            arrays.Add(name, Parse(content.ToArray(), $"{path}:{name}"));
        }

        return arrays;
    }

    private static NpyArray Parse(byte[] file, string name)
    {
        if (!file.AsSpan().StartsWith(Magic))
        {
            throw new InvalidDataException($"{name} is not a .npy file.");
        }

        bool isFirst = file[Magic.Length] == 1;
        ReadOnlySpan<byte> lengthField = file.AsSpan(Magic.Length + 2);
        int length = isFirst
            ? BinaryPrimitives.ReadUInt16LittleEndian(lengthField)
            : BinaryPrimitives.ReadInt32LittleEndian(lengthField);
        int start = Magic.Length + 2 + (isFirst ? 2 : 4);
        string header = Encoding.UTF8.GetString(file, start, length);
        Match match = HeaderPattern().Match(header);
        if (!match.Success || match.Groups["type"].Value.StartsWith('>'))
        {
            throw new InvalidDataException($"{name}: the header {header} is no little-endian array in C order.");
        }

        int[] shape =
        [
            .. match.Groups["shape"].Value
                .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(side => int.Parse(side, CultureInfo.InvariantCulture)),
        ];
        return new NpyArray(match.Groups["type"].Value, shape, file[(start + length)..]);
    }

    [GeneratedRegex(
        @"^\{'descr': '(?<type>[<>|=]\w+)', 'fortran_order': False, 'shape': \((?<shape>[\d, ]*)\), \}\s*$")]
    private static partial Regex HeaderPattern();
}
