using System.Net;
using System.Net.Http.Headers;
using Clipper.Bench.Files;
using Clipper.Core.Errors;

namespace Clipper.Bench.Downloads;

/// <summary>The file <c>TARGET.part</c> that grows, and <c>TARGET.part.json</c>, which says of what it is a part, so
/// that a later call goes on only where the server still has the same file.</summary>
internal sealed class PartFile
{
    /// <summary>What is added to the target's name.</summary>
    public const string Suffix = ".part";

    private readonly string _notes;

    /// <summary>The part of <paramref name="target"/>, whether it exists or not.</summary>
    public PartFile(string target)
    {
        Path = target + Suffix;
        _notes = Path + ".json";
        IsPatchwork = Length > 0;
    }

    /// <summary>Its path.</summary>
    public string Path { get; }

    /// <summary>Bytes that are there.</summary>
    public long Length => File.Exists(Path) ? new FileInfo(Path).Length : 0;

    /// <summary>Whether some of the bytes came with an earlier answer.</summary>
    public bool IsPatchwork { get; private set; }

    /// <summary>Asks for what is missing, if the part that is there can be continued; else drops it.</summary>
    /// <returns>Bytes that are not asked for.</returns>
    public long Continue(HttpRequestMessage message, Uri origin, bool isHashKnown)
    {
        Notes? notes = Length > 0 ? Read() : null;
        RangeConditionHeaderValue? condition = notes?.Origin == origin.AbsoluteUri ? Condition(notes) : null;
        if (Length == 0 || (condition is null && !isHashKnown))
        {
            Drop();
            return 0;
        }

        message.Headers.Range = new RangeHeaderValue(Length, null);
        message.Headers.IfRange = condition;
        return Length;
    }

    /// <summary>Whether the answer continues the part that is there.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="have">Bytes that were not asked for.</param>
    /// <param name="size">Size of the file where it is known.</param>
    /// <exception cref="OriginException">It is of another place or another file; the part is dropped.</exception>
    public bool IsContinuedBy(HttpResponseMessage answer, long have, long? size)
    {
        if (answer.StatusCode != HttpStatusCode.PartialContent)
        {
            return false;
        }

        ContentRangeHeaderValue? range = answer.Content.Headers.ContentRange;
        string? before = Read()?.ETag;
        bool isSame = before is null || answer.Headers.ETag is null || answer.Headers.ETag.ToString() == before;
        if (have > 0 && range?.From == have && isSame && (size is null || (range.Length ?? size) == size))
        {
            IsPatchwork = true;
            return true;
        }

        Drop();
        throw new OriginException("answers with another part than the one asked for, or of another file")
        {
            IsPassing = true,
        };
    }

    /// <summary>Begins anew, from an answer with the whole file, or goes on.</summary>
    /// <exception cref="DataFileException">It cannot be written.</exception>
    public FileStream Open(Uri origin, HttpResponseMessage answer, bool isContinued)
    {
        if (!isContinued)
        {
            Drop();
        }

        SealedJson.Write(_notes, new Notes(
            origin.AbsoluteUri,
            answer.Headers.ETag is { IsWeak: false } tag ? tag.ToString() : null,
            answer.Content.Headers.LastModified));
        try
        {
            return new FileStream(Path, FileMode.Append, FileAccess.Write, FileShare.Read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(Path, $"cannot be written ({e.Message}); choose another folder.", e);
        }
    }

    /// <summary>Removes it and its notes.</summary>
    public void Drop()
    {
        IsPatchwork = false;
        File.Delete(Path);
        File.Delete(_notes);
    }

    /// <summary>Removes the notes of a part that has become the file.</summary>
    public void Forget() => File.Delete(_notes);

    private static RangeConditionHeaderValue? Condition(Notes notes) =>
        notes.ETag is not null ? new RangeConditionHeaderValue(EntityTagHeaderValue.Parse(notes.ETag))
        : notes.LastModified is { } date ? new RangeConditionHeaderValue(date)
        : null;

    private Notes? Read()
    {
        try
        {
            return File.Exists(_notes) ? SealedJson.Read<Notes>(_notes) : null;
        }
        catch (DataFileException)
        {
            return null; // A part without good notes is one that cannot be continued.
        }
    }

    private sealed record Notes(string Origin, string? ETag, DateTimeOffset? LastModified);
}
