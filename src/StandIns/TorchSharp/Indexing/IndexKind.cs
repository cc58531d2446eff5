namespace TorchSharp;

/// <summary>What one place of an index expression is.</summary>
internal enum IndexKind
{
    Slice,
    Single,
    None,
    Ellipsis,
    Bool,
    Tensor,
}
