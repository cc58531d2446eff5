using System.Globalization;
using Clipper.Core.Errors;

namespace Clipper.Clip.Files;

/// <summary>What the extended headers before an entry say about it: GNU's long names (<c>L</c>) and POSIX's records
/// (<c>x</c>, <c>g</c>), of which path and size matter.</summary>
/// <param name="archive">Its path, for errors.</param>
internal sealed class TarExtensions(string archive)
{
    /// <summary>Longest extended header that is read.</summary>
    public const int LongestBytes = 1 << 20;

    /// <summary>The entry's name, or null where the header's own counts.</summary>
    public string? Name { get; private set; }

    /// <summary>The entry's length, or null where the header's own counts.</summary>
    public long? Length { get; private set; }

    /// <summary>Whether a header of this kind says something about the next entry.</summary>
    public static bool Match(char kind) => kind is 'L' or 'K' or 'x' or 'g';

    /// <summary>Forgets everything: the next entry has headers of its own.</summary>
    public void Clear() => (Name, Length) = (null, null);

    /// <summary>Reads an extended header.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="content">Its content.</param>
    /// <exception cref="DataFileException">Damaged, or a global header that renames all files.</exception>
    public void Read(char kind, ReadOnlySpan<byte> content)
    {
        if (kind == 'L')
        {
            Name = TarHeader.Decode(content.TrimEnd((byte)0));
        }

        if (kind is not ('x' or 'g'))
        {
            return;
        }

        while (content.Length > 0)
        {
            int space = content.IndexOf((byte)' ');
            bool isNumber = int.TryParse(
                content[..Math.Max(0, space)], NumberStyles.None, CultureInfo.InvariantCulture, out int length);
            if (!isNumber || length < space + 2 || length > content.Length || content[length - 1] != '\n')
            {
                throw new DataFileException(archive, "has a damaged extended header; obtain it again.");
            }

            ReadRecord(kind, TarHeader.Decode(content[(space + 1)..(length - 1)]));
            content = content[length..];
        }
    }

    private void ReadRecord(char kind, string record)
    {
        int equals = record.IndexOf('=', StringComparison.Ordinal);
        string key = equals < 0 ? record : record[..equals];
        string value = record[(equals + 1)..];
        if (key.StartsWith("GNU.sparse", StringComparison.Ordinal))
        {
            throw new DataFileException(archive, "has a sparse file, which is not read; pack it without --sparse.");
        }

        if (key is "path" or "size" && kind == 'g')
        {
            throw new DataFileException(archive, $"sets the {key} of all files at once; the archive is refused.");
        }

        if (key == "path")
        {
            Name = value;
        }
        else if (key == "size")
        {
            Length = long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long size) ? size : -1;
        }
    }
}
