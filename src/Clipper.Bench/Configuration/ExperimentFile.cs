using System.Text;
using System.Text.Unicode;
using Clipper.Bench.Configuration.Binding;
using Clipper.Bench.Configuration.Nodes;
using Clipper.Core.Errors;

namespace Clipper.Bench.Configuration;

/// <summary>Reads experiment files strictly (DESIGN section 7; <c>docs/formats.md</c>).</summary>
public static class ExperimentFile
{
    private const int MostBytes = 1 << 20;

    /// <summary>Reads and validates; all problems at once.</summary>
    /// <param name="path">The YAML file.</param>
    /// <param name="overrides"><c>path=value</c> pairs of --set.</param>
    /// <exception cref="UsageException">One line a problem: <c>file:line:col: what; allowed: …; did you mean
    /// '…'?</c>.</exception>
    public static Experiment Load(string path, IReadOnlyList<string> overrides)
    {
        string yaml = ReadText(path);
        var problems = new Problems();
        RefuseTabs(yaml, path, problems);
        problems.ThrowIfAny();

        ConfigNode? root = NodeReader.Read(
            yaml, mark => new SourceMark(path, (int)mark.Line, (int)mark.Column), problems);
        if (root is null or ScalarNode { IsNull: true })
        {
            problems.ThrowIfAny();
            throw new UsageException($"{path}:1:1: the file is empty; allowed: an experiment, see docs/formats.md");
        }

        root = new Overrides(problems).Apply(root, overrides);
        var paths = new PathReader(Path.GetDirectoryName(Path.GetFullPath(path)) ?? Path.GetFullPath("."));
        var reader = new ExperimentReader(new ExperimentSource(path, overrides), paths);
        reader.TryRead(root, problems, out Experiment? experiment);
        problems.ThrowIfAny();
        return experiment ?? throw new InvalidOperationException("An experiment without problems was not read.");
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
    private static void RefuseTabs(string yaml, string path, Problems problems)
    {
        string[] lines = yaml.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            int indent = lines[i].Length - lines[i].TrimStart(' ', '\t').Length;
            int tab = lines[i].AsSpan(0, indent).IndexOf('\t');
            if (tab >= 0 && indent < lines[i].TrimEnd('\r').Length)
            {
                problems.Add(new SourceMark(path, i + 1, tab + 1), "a tab indents this line", "spaces");
            }
        }
    }
}
