using Clipper.Testing;

namespace TorchSharp.Tests.Surface;

/// <summary>The lists of members beside this file.</summary>
internal static class SurfaceFile
{
    /// <summary>TorchSharp's signatures, of the members that an application such as this may need.</summary>
    public static HashSet<string> Listed { get; } = Read("torchsharp-api.txt");

    /// <summary>
    /// Members of that list which the stand-in leaves out: complex and half numbers, names of dimensions, …
    /// </summary>
    public static HashSet<string> NotProvided { get; } = Read("not-provided.txt");

    /// <summary>Members that are not in that list but were looked up in TorchSharp's sources.</summary>
    public static HashSet<string> LookedUp { get; } = Read("looked-up.txt");

    private static HashSet<string> Read(string name) =>
        File.ReadLines(RepositoryRoot.Combine("tests", "TorchSharp.Tests", "Surface", name))
            .Where(line => line.StartsWith("  ", StringComparison.Ordinal))
            .Where(line => !line.Contains("!!", StringComparison.Ordinal))
            .Select(line => line.Trim())
            .ToHashSet(StringComparer.Ordinal);
}
