namespace Clipper.Bench.Configuration.Nodes;

/// <summary>Stands for an alias without an anchor; that is reported where it is found, and not again where it is
/// used.</summary>
internal sealed record UnresolvedNode(SourceMark Mark) : ConfigNode(Mark)
{
    /// <inheritdoc />
    public override string Kind => "an unresolved alias";
}
