namespace Clipper.Bench.Configuration.Nodes;

/// <summary>A mapping; its keys are distinct.</summary>
/// <param name="Mark">Where it starts.</param>
/// <param name="Entries">Its entries, in the order of the file.</param>
internal sealed record MapNode(SourceMark Mark, IReadOnlyList<MapEntry> Entries) : ConfigNode(Mark)
{
    /// <inheritdoc />
    public override string Kind => "a mapping";

    /// <summary>The entry of that key, or null.</summary>
    public MapEntry? Find(string key) => Entries.FirstOrDefault(entry => entry.Key.Text == key);
}
