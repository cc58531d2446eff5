using System.Runtime.InteropServices;
using Clipper.Clip.Models;
using static TorchSharp.torch;

namespace Clipper.Clip.Training;

/// <summary>Token ids as a text tower takes them.</summary>
internal static class TokenRows
{
    /// <summary>Ids [count, context] as an int64 tensor, cut after the last position that any text uses.</summary>
    public static Tensor ToTensor(ReadOnlySpan<int> tokens, TextSettings settings)
    {
        int context = settings.ContextLength;
        int count = tokens.Length / context;
        int length = 0;
        for (int text = 0; text < count; text++)
        {
            length = Math.Max(length, settings.PooledPosition(tokens.Slice(text * context, context)) + 1);
        }

        var ids = empty(count, length, dtype: ScalarType.Int64);
        var values = MemoryMarshal.Cast<byte, long>(ids.bytes);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = tokens[(i / length * context) + (i % length)];
        }

        return ids;
    }
}
