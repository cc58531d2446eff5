using Clipper.Bench.Configuration.Binding;
using Clipper.Bench.Configuration.Nodes;
using Clipper.Bench.Methods;

namespace Clipper.Bench.Configuration;

/// <summary>Tells the methods of a sweep's points apart: a swept option of a method stands behind its label, as
/// <c>mwi [learning-rate=0.01]</c>, and so does one of the whole experiment that has no place of its own in tables, on
/// every method (<c>wi [seed=1]</c>). Data set, variant, split, model and the sizes of episodes have one. Where the
/// sweep sets <c>methods</c> itself, the labels that it gives are kept.</summary>
internal sealed class PointLabels
{
    private const int LongestValue = 40;

    private static readonly string[] _columns =
    [
        "model", "datasets", "protocol", "protocol.ways", "protocol.shots", "protocol.queries", "protocol.settings",
    ];

    private static readonly string[] _datasetColumns = [DatasetReader.NameKey, DatasetReader.VariantKey, "split"];

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Problems _problems;

    /// <summary>For a sweep over these paths.</summary>
    public PointLabels(IEnumerable<NodePath> paths, Problems problems)
    {
        _problems = problems;
        NodePath[] tagged = [.. paths.DistinctBy(path => path.Text)];
        foreach (NodePath path in tagged)
        {
            bool isAmbiguous = tagged.Any(other => other != path && MayMeet(other, path));
            _names.Add(path.Text, isAmbiguous ? path.Text : path.Parts[^1]);
        }
    }

    /// <summary>The methods with what the point sets behind their labels.</summary>
    /// <param name="methods">Those of the point, in the order of the file.</param>
    /// <param name="root">The point's nodes.</param>
    /// <param name="point">What it sets.</param>
    public IReadOnlyList<MethodSettings> Apply(
        IReadOnlyList<MethodSettings> methods, ConfigNode root, IReadOnlyList<SweepValue> point)
    {
        if (point.Any(value => value.Path.Text == ExperimentReader.MethodsKey))
        {
            return methods;
        }

        var tags = methods.Select(_ => new List<string>()).ToArray();
        foreach (SweepValue value in point)
        {
            IEnumerable<int> tagged = value.Path.Parts[0] == ExperimentReader.MethodsKey
                ? MethodOf(root, value.Path)
                : HasColumn(value.Path) ? [] : Enumerable.Range(0, methods.Count);
            foreach (int method in tagged.Where(method => method < tags.Length))
            {
                tags[method].Add($"{_names[value.Path.Text]}={TextOf(value)}");
            }
        }

        return [.. methods.Select((method, i) => tags[i].Count == 0 ? method : With(method, tags[i], point[0].Path))];
    }

    private MethodSettings With(MethodSettings method, List<string> tags, NodePath first)
    {
        string label = $"{method.Label} [{string.Join(", ", tags)}]";
        if (label.Length > MethodReader.LongestLabel)
        {
            _problems.Add(
                first.Mark, $"the sweep makes the label '{label}'", $"at most {MethodReader.LongestLabel} characters",
                "give the method a shorter label, or sweep over less");
        }

        return method with { Label = label };
    }

    // Whether both end with the same key and can stand behind one label: options of two methods cannot.
    private static bool MayMeet(NodePath a, NodePath b)
    {
        bool areOfMethods = a.Parts[0] == ExperimentReader.MethodsKey && b.Parts[0] == ExperimentReader.MethodsKey;
        return a.Parts[^1] == b.Parts[^1] && !(areOfMethods && a.Parts.Count > 1 && a.Parts[1] != b.Parts[1]);
    }

    private static bool HasColumn(NodePath path)
    {
        bool isDataset = path.Parts[0] == ExperimentReader.DatasetsKey;
        return _columns.Contains(path.Text)
            || (isDataset && (path.Parts.Count == 2 || _datasetColumns.Contains(path.Parts[^1])));
    }

    // A whole method names itself, and so does a label.
    private static int[] MethodOf(ConfigNode root, NodePath path)
    {
        ConfigNode? methods = (root as MapNode)?.Find(ExperimentReader.MethodsKey)?.Value;
        string[] keys = [.. path.Parts.Skip(1)];
        (int index, int taken) = NodeEditor.Find(NodeEditor.ItemsOf(methods), keys);
        bool namesItself = taken == keys.Length || keys[^1] == MethodReader.LabelKey;
        return index < 0 || namesItself ? [] : [index];
    }

    private static string TextOf(SweepValue value)
    {
        string text = value.Value is ScalarNode scalar ? scalar.Text : NodeText.Of(value.Value);
        return text.Length <= LongestValue && !text.Any(char.IsControl) ? text : $"#{YamlText.Of(value.Number)}";
    }
}
