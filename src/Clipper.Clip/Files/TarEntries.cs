using Clipper.Core.Errors;

namespace Clipper.Clip.Files;

/// <summary>The files of a TAR archive one after another, from a file or from a stream that is unpacked on the way,
/// read as hostile: the archive is refused as a whole, by the name of the entry, at the first entry that is not a plain
/// file or folder of plausible size with a harmless name.</summary>
public sealed class TarEntries
{
    private const int SkipLength = 1 << 16;

    // Blocking factors beyond a mebibyte are unheard of; more than that after the end is another archive.
    private const long LongestTail = 1 << 20;

    private readonly string _path;
    private readonly Stream _stream;
    private readonly ArchiveLimits _limits;
    private readonly ArchiveNames _names;
    private readonly TarExtensions _extensions;
    private readonly byte[] _block = new byte[TarHeader.BlockLength];
    private long _at;
    private long _next;
    private long _total;
    private int _headers;

    /// <summary>Starts at the stream's first byte.</summary>
    /// <param name="path">The archive, for errors.</param>
    /// <param name="stream">Its bytes, unpacked; it is not disposed here.</param>
    /// <param name="limits">What the archive may claim.</param>
    public TarEntries(string path, Stream stream, ArchiveLimits limits)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _path = path;
        _stream = stream;
        _limits = limits;
        _names = new(path);
        _extensions = new(path);
    }

    /// <summary>The next file, folders left out, or null at the end. Until the next call <see cref="ReadContent"/>
    /// reads its content.</summary>
    /// <exception cref="DataFileException">Damaged or refused.</exception>
    public TarEntryRecord? Next()
    {
        while (true)
        {
            SkipTo(_next);
            Fill(_block);
            _next = _at;
            var header = new TarHeader(_block);
            if (header.IsEnd)
            {
                CheckTail();
                return null;
            }

            if (!header.IsSound)
            {
                throw Damaged($"has a damaged header at byte {_at - TarHeader.BlockLength}");
            }

            if (TarExtensions.Match(header.Kind))
            {
                ReadExtension(header.Kind, header.Length);
            }
            else if (Entry(header) is { } entry)
            {
                return entry;
            }
        }
    }

    /// <summary>Reads bytes of the entry's content that were not read yet.</summary>
    /// <returns>How many; 0 at its end.</returns>
    /// <exception cref="DataFileException">The archive is truncated or damaged.</exception>
    public int ReadContent(TarEntryRecord entry, Span<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(entry);
        int count = (int)Math.Min(bytes.Length, entry.Start + entry.Length - _at);
        Fill(bytes[..count]);
        return count;
    }

    private TarEntryRecord? Entry(TarHeader header)
    {
        string name = WithoutDot(_extensions.Name ?? header.Name);
        bool isFolder = header.Kind == '5' || name.EndsWith('/');
        long length = isFolder ? 0 : _extensions.Length ?? header.Length;
        _extensions.Clear();
        if (name.Length == 0 && isFolder)
        {
            return null;
        }

        _names.Check(name);
        CheckKind(name, header.Kind);
        Claim(name, length);
        return isFolder ? null : new(name, _at, length);
    }

    private void ReadExtension(char kind, long length)
    {
        if (length is < 0 or > TarExtensions.LongestBytes)
        {
            throw Damaged($"has an extended header of {length} bytes (at most {TarExtensions.LongestBytes})");
        }

        byte[] content = new byte[length];
        _next = _at + Padded(length);
        Count(length);
        Fill(content);
        _extensions.Read(kind, content);
    }

    private void CheckKind(string name, char kind)
    {
        string? problem = kind switch
        {
            '\0' or '0' or '7' or '5' => null,
            '1' or '2' => "is a link",
            '3' or '4' or '6' => "is a device or pipe",
            'S' => "is a sparse file",
            _ => $"is of the unknown kind 0x{(int)kind:x2}",
        };
        if (problem is not null)
        {
            throw _names.Refuse(name, problem);
        }
    }

    private void Claim(string name, long length)
    {
        if (length < 0 || length > _limits.EntryBytes)
        {
            throw _names.Refuse(name, $"claims {(ulong)length} bytes (at most {_limits.EntryBytes})");
        }

        Count(length);
        _next = _at + Padded(length);
        if (_stream.CanSeek && _next > _stream.Length)
        {
            throw Damaged($"ends inside '{name}'");
        }
    }

    private void Count(long length)
    {
        _total += length;
        _headers++;
        if (_total > _limits.TotalBytes || _headers > _limits.Entries)
        {
            throw Damaged($"holds more than {_limits.TotalBytes} unpacked bytes or {_limits.Entries} entries");
        }
    }

    private void CheckTail()
    {
        if (_stream.CanSeek && _stream.Length - _at > LongestTail)
        {
            throw Damaged($"has {_stream.Length - _at} bytes behind its end; archives joined into one are not read");
        }
    }

    private void SkipTo(long place)
    {
        if (_stream.CanSeek)
        {
            _stream.Position = place;
            _at = place;
            return;
        }

        byte[] skipped = new byte[SkipLength];
        while (_at < place)
        {
            Fill(skipped.AsSpan(0, (int)Math.Min(SkipLength, place - _at)));
        }
    }

    private void Fill(Span<byte> bytes)
    {
        try
        {
            _stream.ReadExactly(bytes);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            throw new DataFileException(_path, "is truncated or damaged; obtain it again.", e);
        }

        _at += bytes.Length;
    }

    private DataFileException Damaged(string problem) => new(_path, $"{problem}; obtain it again.");

    private static string WithoutDot(string name) => name switch
    {
        "." => "",
        _ => name.StartsWith("./", StringComparison.Ordinal) ? name[2..] : name,
    };

    private static long Padded(long length) => (length + TarHeader.BlockLength - 1) & ~(TarHeader.BlockLength - 1L);
}
