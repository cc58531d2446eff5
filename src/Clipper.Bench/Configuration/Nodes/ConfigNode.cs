namespace Clipper.Bench.Configuration.Nodes;

/// <summary>A value of an experiment file that knows where it was written.</summary>
/// <param name="Mark">Where.</param>
internal abstract record ConfigNode(SourceMark Mark)
{
    /// <summary>What it is, for messages: <c>a list</c>, <c>a mapping</c>, <c>'text'</c>.</summary>
    public abstract string Kind { get; }
}
