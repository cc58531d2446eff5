using Clipper.Core.Errors;

namespace Clipper.Clip.Files;

/// <summary>Refuses archive entries whose names reach outside the archive's folder or collide.</summary>
internal sealed class ArchiveNames(string archive)
{
    private const int LongestName = 4096;

    private readonly Dictionary<string, string> _seen = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Checks one name; folders end in '/'.</summary>
    /// <exception cref="DataFileException">Absolute, with a drive letter, backslash, empty, '.' or '..' part, a control
    /// character, too long, or equal to an earlier one (letter case aside).</exception>
    public void Check(string name)
    {
        if (Problem(name) is { } problem)
        {
            throw Refuse(name, problem);
        }

        string path = name.TrimEnd('/');
        if (!_seen.TryAdd(path, path))
        {
            string earlier = _seen[path];
            throw Refuse(name, earlier == path ? "occurs twice" : $"differs from '{earlier}' in letter case alone");
        }
    }

    /// <summary>The error for an entry that is not read.</summary>
    public DataFileException Refuse(string name, string problem) => new(
        archive,
        $"entry '{Printable(name)}' {problem}; the archive is refused. Obtain it again from its official origin.");

    private static string? Problem(string name)
    {
        if (name.Length is 0 or > LongestName)
        {
            return $"has a name of {name.Length} characters (1 to {LongestName} are allowed)";
        }

        if (name.Any(char.IsControl))
        {
            return "has a control character in its name";
        }

        if (name.Contains('\\', StringComparison.Ordinal))
        {
            return "has a backslash in its name";
        }

        if (name[0] == '/' || (name.Length > 1 && char.IsAsciiLetter(name[0]) && name[1] == ':'))
        {
            return "has an absolute name";
        }

        string[] parts = name.TrimEnd('/').Split('/');
        return parts.Any(p => p is "" or "." or "..") || name.EndsWith("//", StringComparison.Ordinal)
            ? "has an empty, '.' or '..' part in its name" : null;
    }

    private static string Printable(string name) =>
        new([.. name.Take(200).Select(c => char.IsControl(c) ? '?' : c)]);
}
