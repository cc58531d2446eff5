using System.Text;
using Clipper.Bench.Configuration.Nodes;
using Clipper.Core.Errors;

namespace Clipper.Bench.Configuration;

/// <summary>An experiment with every default filled in and the origin of every value. Its text reads back as the same
/// experiment.</summary>
public sealed class ResolvedExperiment
{
    private readonly List<ResolvedValue> _values = [];
    private readonly StringBuilder _text = new();

    private ResolvedExperiment(Experiment experiment) => Experiment = experiment;

    /// <summary>The experiment.</summary>
    public Experiment Experiment { get; }

    /// <summary>Its values, in the order of the text.</summary>
    public IReadOnlyList<ResolvedValue> Values => _values;

    /// <summary>The experiment as YAML, a value a line with its origin in a comment. Paths are written in full, so that
    /// the text means the same in any folder.</summary>
    public string Text => _text.ToString();

    /// <summary>Reads an experiment file.</summary>
    /// <inheritdoc cref="ExperimentFile.Load"/>
    /// <exception cref="UsageException">The file is wrong.</exception>
    public static ResolvedExperiment Load(string path, IReadOnlyList<string> overrides)
    {
        (Experiment experiment, IReadOnlyList<ConfigNode> nodes) = ExperimentFile.LoadWithNodes(path, overrides);
        var resolved = new ResolvedExperiment(experiment);
        string[] texts = [.. experiment.Each.Select(point => ExperimentText.Write(point, folder: null))];
        SweepText sweep = SweepText.Split(texts);
        foreach (MapEntry entry in sweep.Shared)
        {
            resolved.WriteKey(entry, ValueOrigin.Below(nodes[0], entry.Key.Text), "", 0);
        }

        resolved.WriteSweep(sweep, nodes);
        return resolved;
    }

    private void WriteSweep(SweepText sweep, IReadOnlyList<ConfigNode> nodes)
    {
        if (sweep.Differing.Count == 0)
        {
            return;
        }

        _text.Append("sweep:\n  zip:\n");
        foreach ((string key, IReadOnlyList<ConfigNode> values) in sweep.Differing)
        {
            _text.Append("    ").Append(key).Append(":\n");
            for (int i = 0; i < values.Count; i++)
            {
                string origin = string.Join(", ", Leaves(values[i], ValueOrigin.Below(nodes[i], key)).Distinct());
                Add($"sweep.zip.{key}.{YamlText.Of(i)}", "      - ", NodeText.Of(values[i]), origin);
            }
        }
    }

    // A mapping goes on below its key; a list of mappings has an item a dash; everything else stands on the line.
    private void WriteKey(MapEntry entry, ValueOrigin origin, string parent, int indent)
    {
        string key = NodeText.Of(entry.Key);
        string path = parent.Length == 0 ? entry.Key.Text : $"{parent}.{entry.Key.Text}";
        string margin = new(' ', indent);
        switch (entry.Value)
        {
            case MapNode { Entries.Count: > 0 } map:
                _text.Append(margin).Append(key).Append(":\n");
                WriteEntries(map, origin, path, indent + 2);
                break;
            case ListNode { Items: [MapNode, ..] } list:
                _text.Append(margin).Append(key).Append(":\n");
                for (int i = 0; i < list.Items.Count; i++)
                {
                    WriteItem(list.Items[i], origin.Item(i), $"{path}.{YamlText.Of(i)}", indent + 2);
                }

                break;
            default:
                Add(path, $"{margin}{key}: ", NodeText.Of(entry.Value), origin.ToString());
                break;
        }
    }

    private void WriteEntries(MapNode map, ValueOrigin origin, string path, int indent)
    {
        foreach (MapEntry entry in map.Entries)
        {
            WriteKey(entry, origin.Key(entry.Key.Text, entry.Value), path, indent);
        }
    }

    // The first key of an item stands behind the dash.
    private void WriteItem(ConfigNode item, ValueOrigin origin, string path, int indent)
    {
        int start = _text.Length;
        WriteEntries((MapNode)item, origin, path, indent + 2);
        _text[start + indent] = '-';
    }

    private void Add(string path, string head, string value, string origin)
    {
        _values.Add(new ResolvedValue(path, value, origin));
        _text.Append(head).Append(value).Append("  # ").Append(origin).Append('\n');
    }

    private static IEnumerable<string> Leaves(ConfigNode node, ValueOrigin origin) => node switch
    {
        MapNode map => map.Entries.SelectMany(entry => Leaves(entry.Value, origin.Key(entry.Key.Text, entry.Value))),
        ListNode { Items: [MapNode, ..] } list => list.Items.SelectMany((item, i) => Leaves(item, origin.Item(i))),
        _ => [origin.ToString()],
    };
}
