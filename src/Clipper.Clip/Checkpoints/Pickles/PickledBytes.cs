using System.Text;

namespace Clipper.Clip.Checkpoints.Pickles;

/// <summary>A byte string; Python 2 knew no other text.</summary>
/// <param name="Value">The bytes.</param>
internal sealed record PickledBytes(ReadOnlyMemory<byte> Value)
{
    /// <summary>The bytes as characters, one each.</summary>
    public string Text => Encoding.Latin1.GetString(Value.Span);
}
