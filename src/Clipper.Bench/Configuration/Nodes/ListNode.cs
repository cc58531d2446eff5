namespace Clipper.Bench.Configuration.Nodes;

/// <summary>A list.</summary>
/// <param name="Mark">Where it starts.</param>
/// <param name="Items">Its items, in order.</param>
internal sealed record ListNode(SourceMark Mark, IReadOnlyList<ConfigNode> Items) : ConfigNode(Mark)
{
    /// <inheritdoc />
    public override string Kind => "a list";
}
