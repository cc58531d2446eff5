namespace Clipper.Bench.Configuration.Nodes;

/// <summary>A path of keys through an experiment, e.g. <c>protocol.shots</c>, and where it was written.</summary>
/// <param name="Text">The path.</param>
/// <param name="Mark">Where.</param>
internal sealed record NodePath(string Text, SourceMark Mark)
{
    /// <summary>The keys.</summary>
    public IReadOnlyList<string> Parts { get; } = Text.Split('.');

    /// <summary>Whether no key is empty.</summary>
    public bool IsWhole => Parts.All(part => part.Length > 0);

    /// <summary>Whether <paramref name="other"/> is this path or lies within it.</summary>
    public bool Holds(NodePath other) => Parts.SequenceEqual(other.Parts.Take(Parts.Count));
}
