namespace Clipper.Bench.Configuration.Nodes;

/// <summary>A single value.</summary>
/// <param name="Mark">Where.</param>
/// <param name="Text">Its text, unquoted.</param>
/// <param name="IsPlain">Whether it was written without quotes; only then can it be a number or null.</param>
internal sealed record ScalarNode(SourceMark Mark, string Text, bool IsPlain) : ConfigNode(Mark)
{
    /// <inheritdoc />
    public override string Kind => IsNull ? "nothing" : IsPlain ? $"'{Text}'" : $"the quoted text '{Text}'";

    /// <summary>Whether YAML reads it as no value.</summary>
    public bool IsNull => IsPlain && Text is ("" or "~" or "null" or "Null" or "NULL");
}
