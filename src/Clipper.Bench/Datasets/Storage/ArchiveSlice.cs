namespace Clipper.Bench.Datasets.Storage;

/// <summary>Bytes of an archive as a stream that is read once.</summary>
/// <param name="archive">The archive; it is not disposed here.</param>
/// <param name="start">Where the bytes start.</param>
/// <param name="length">How many.</param>
/// <param name="id">The entry, for errors.</param>
internal sealed class ArchiveSlice(ArchiveFile archive, long start, long length, string id) : Stream
{
    private long _at;

    /// <inheritdoc />
    public override bool CanRead => true;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => false;

    /// <inheritdoc />
    public override long Length => length;

    /// <inheritdoc />
    public override long Position
    {
        get => _at;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc />
    public override int Read(Span<byte> buffer)
    {
        int count = (int)Math.Min(buffer.Length, length - _at);
        archive.Read(buffer[..count], start + _at, id);
        _at += count;
        return count;
    }

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc />
    public override void Flush()
    {
    }

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
