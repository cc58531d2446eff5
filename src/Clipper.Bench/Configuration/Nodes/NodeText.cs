namespace Clipper.Bench.Configuration.Nodes;

/// <summary>Writes nodes as YAML on one line, so that they read back the same.</summary>
internal static class NodeText
{
    /// <summary>The text of a node: <c>5</c>, <c>[1, 5]</c>, <c>{ kind: trivial, copies: 5 }</c>.</summary>
    public static string Of(ConfigNode node) => node switch
    {
        ScalarNode { IsPlain: true } scalar => scalar.Text,
        ScalarNode scalar => YamlText.Quoted(scalar.Text),
        ListNode list => $"[{string.Join(", ", list.Items.Select(Of))}]",
        MapNode { Entries.Count: 0 } => "{}",
        MapNode map => YamlText.Map(map.Entries.Select(entry => KeyValuePair.Create(Of(entry.Key), Of(entry.Value)))),
        _ => "",
    };
}
