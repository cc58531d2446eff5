using System.Collections.Concurrent;

namespace TorchSharp.Native;

/// <summary>Finds operators of the dispatcher by name, once each.</summary>
internal static class Operator
{
    private static readonly ConcurrentDictionary<string, nint> Known = new(StringComparer.Ordinal);

    /// <summary>The handle of an ATen operator, e.g. <c>add.Tensor</c>.</summary>
    /// <exception cref="NotSupportedException">This libtorch has none of that name.</exception>
    internal static nint Find(string name)
    {
        var handle = Lookup(name);
        return handle != 0
            ? handle
            : throw new NotSupportedException($"The libtorch that was found has no operator 'aten::{name}'.");
    }

    /// <summary>Whether this libtorch has the operator.</summary>
    internal static bool Exists(string name) => Lookup(name) != 0;

    private static nint Lookup(string name) => Known.TryGetValue(name, out var handle) ? handle : LookupNative(name);

    private static nint LookupNative(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var (stem, overload) = dot < 0 ? (name, "") : (name[..dot], name[(dot + 1)..]);
        return Known.GetOrAdd(name, NativeMethods.clipper_operator_find("aten::" + stem, overload));
    }
}
