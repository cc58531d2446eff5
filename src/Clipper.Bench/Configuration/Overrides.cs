using Clipper.Bench.Configuration.Nodes;

namespace Clipper.Bench.Configuration;

/// <summary>Puts the <c>path=value</c> pairs of --set into an experiment's nodes, before these are checked; paths are
/// those of <see cref="NodeEditor"/>, and <c>sweep.PATH</c>.</summary>
internal sealed class Overrides(Problems problems)
{
    private readonly NodeEditor _editor = new(problems);

    /// <summary>Applies all of them.</summary>
    public ConfigNode Apply(ConfigNode root, IReadOnlyList<string> pairs)
    {
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (string pair in pairs)
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            string path = equals < 0 ? pair : pair[..equals].Trim();
            var mark = SourceMark.Override(path);
            if (equals < 0 || !new NodePath(path, mark).IsWhole)
            {
                problems.Add(mark, "not an override", "path=value such as protocol.shots=5");
            }
            else if (!given.Add(path))
            {
                problems.Add(mark, "given twice", "each path once");
            }
            else if (path.Split('.')[0] == Includes.Key)
            {
                problems.Add(mark, "files are included before overrides apply", "include in the file");
            }
            else
            {
                ConfigNode value = NodeReader.Read(pair[(equals + 1)..], _ => mark, problems)
                    ?? new ScalarNode(mark, "", IsPlain: true);
                root = Put(root, new NodePath(path, mark), value);
            }
        }

        return root;
    }

    private ConfigNode Put(ConfigNode root, NodePath path, ConfigNode value)
    {
        if (path.Parts is [Sweep.Key, _, ..])
        {
            return Sweep.Put(root, path, value);
        }

        if (Sweep.PathsOf(root).FirstOrDefault(swept => swept.Text == path.Text) is { } same)
        {
            string place = Sweep.IsZipped(root, path.Text) ? $"{Sweep.Key}.{Sweep.ZipKey}" : Sweep.Key;
            problems.Add(path.Mark, $"is swept at {same.Mark}", $"{place}.{path.Text}=[VALUES]");
            return root;
        }

        return _editor.Put(root, path, value);
    }
}
