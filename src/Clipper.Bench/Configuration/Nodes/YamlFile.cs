using System.Text;
using System.Text.Unicode;
using Clipper.Core.Errors;

namespace Clipper.Bench.Configuration.Nodes;

/// <summary>Reads a YAML file into nodes; refuses what is no text before it looks at it.</summary>
internal static class YamlFile
{
    private const int MostBytes = 1 << 24;

    /// <summary>The root; null where the file is empty or a problem was added.</summary>
    /// <param name="path">The file, as messages name it.</param>
    /// <param name="problems">Is told everything that is wrong, and keeps the lines to show.</param>
    /// <exception cref="UsageException">The file is missing, too large or not UTF-8.</exception>
    public static ConfigNode? Read(string path, Problems problems)
    {
        string yaml = ReadText(path);
        string[] lines = yaml.Split('\n');
        problems.Quote(path, lines);
        return !AddTabs(lines, path, problems)
            ? NodeReader.Read(yaml, mark => new SourceMark(path, (int)mark.Line, (int)mark.Column), problems)
            : null;
    }

    private static string ReadText(string path)
    {
        byte[] bytes = ReadBytes(path);
        ReadOnlySpan<byte> content = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(3) : bytes;
        if (Utf8.IsValid(content))
        {
            return Encoding.UTF8.GetString(content);
        }

        int line = Lines(content).FindIndex(bytesOfLine => !Utf8.IsValid(bytesOfLine)) + 1;
        throw new UsageException(
            $"{path}:{line}:1: this line is not UTF-8 text; allowed: UTF-8; save the file as UTF-8");
    }

    private static byte[] ReadBytes(string path)
    {
        if (Directory.Exists(path))
        {
            throw new UsageException(
                $"{path}: is a folder; expected an experiment file such as configs/quickstart.yaml");
        }

        try
        {
            return new FileInfo(path).Length <= MostBytes
                ? File.ReadAllBytes(path)
                : throw new UsageException($"{path}: is larger than {MostBytes} bytes; expected an experiment file");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path}: cannot be read ({e.Message})", e);
        }
    }

    private static List<byte[]> Lines(ReadOnlySpan<byte> content)
    {
        var lines = new List<byte[]>();
        foreach (Range line in content.Split((byte)'\n'))
        {
            lines.Add(content[line].ToArray());
        }

        return lines;
    }

    // YAML allows a tab in some places and not in others; in front of a key it is always a trap.
    private static bool AddTabs(string[] lines, string path, Problems problems)
    {
        bool hasTabs = false;
        for (int i = 0; i < lines.Length; i++)
        {
            int indent = lines[i].Length - lines[i].TrimStart(' ', '\t').Length;
            int tab = lines[i].AsSpan(0, indent).IndexOf('\t');
            if (tab >= 0 && indent < lines[i].TrimEnd('\r').Length)
            {
                problems.Add(new SourceMark(path, i + 1, tab + 1), "a tab indents this line", "spaces");
                hasTabs = true;
            }
        }

        return hasTabs;
    }
}
