using System.Globalization;

namespace Clipper.Testing;

/// <summary>A request that a <see cref="LoopbackServer"/> got.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Target">What it asked for: a path, or a whole address where the server is a proxy.</param>
/// <param name="Headers">Its headers.</param>
public sealed record LoopbackRequest(int Number, string Target, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>First byte that it asks for; 0 without a range.</summary>
    public int From => Headers.TryGetValue("Range", out string? range)
        ? int.Parse(range["bytes=".Length..].TrimEnd('-'), CultureInfo.InvariantCulture)
        : 0;
}
