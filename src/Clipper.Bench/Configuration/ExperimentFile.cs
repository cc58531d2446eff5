using Clipper.Bench.Configuration.Binding;
using Clipper.Bench.Configuration.Nodes;
using Clipper.Core.Errors;

namespace Clipper.Bench.Configuration;

/// <summary>Reads experiment files strictly (DESIGN section 7; <c>docs/formats.md</c>).</summary>
public static class ExperimentFile
{
    /// <summary>Reads and validates; all problems at once.</summary>
    /// <param name="path">The YAML file; the files that it includes are read with it.</param>
    /// <param name="overrides"><c>path=value</c> pairs of --set.</param>
    /// <exception cref="UsageException">One problem a line, <c>file:line:col: what; allowed: …; did you mean '…'?</c>,
    /// with the line and a caret indented below it.</exception>
    public static Experiment Load(string path, IReadOnlyList<string> overrides) =>
        LoadWithNodes(path, overrides).Experiment;

    /// <summary>Reads and validates, and gives the nodes of every point too, which know where a value was
    /// written.</summary>
    /// <inheritdoc cref="Load"/>
    internal static (Experiment Experiment, IReadOnlyList<ConfigNode> Nodes) LoadWithNodes(
        string path, IReadOnlyList<string> overrides)
    {
        var problems = new Problems();
        ConfigNode? root = new Includes(problems).Read(path);
        if (root is null or ScalarNode { IsNull: true })
        {
            problems.ThrowIfAny();
            throw new UsageException($"{path}:1:1: the file is empty; allowed: an experiment, see docs/formats.md");
        }

        root = new Overrides(problems).Apply(DatasetGroups.Expand(root), overrides);
        (ConfigNode shared, IReadOnlyList<IReadOnlyList<SweepValue>> values) = Sweep.Take(root, problems);
        var labels = new PointLabels(values[0].Select(value => value.Path), problems);
        var reader = new ExperimentReader(new ExperimentSource(path, overrides), new PathReader());
        var points = new List<Experiment>();
        var nodes = new List<ConfigNode>();
        foreach (IReadOnlyList<SweepValue> point in values)
        {
            ConfigNode node = NodesOf(shared, point, problems);
            nodes.Add(node);
            if (reader.TryRead(node, problems, out Experiment? experiment))
            {
                points.Add(experiment with { Methods = labels.Apply(experiment.Methods, node, point) });
            }
        }

        problems.ThrowIfAny();
        return (Whole(points), nodes);
    }

    private static ConfigNode NodesOf(ConfigNode shared, IReadOnlyList<SweepValue> point, Problems problems)
    {
        var editor = new NodeEditor(problems);
        return DatasetGroups.Expand(
            point.Aggregate(shared, (node, value) => editor.Put(node, value.Path, value.Value)));
    }

    private static Experiment Whole(List<Experiment> points) => points switch
    {
        [] => throw new InvalidOperationException("An experiment without problems was not read."),
        [var only] => only,
        _ => points[0] with { Points = points },
    };
}
