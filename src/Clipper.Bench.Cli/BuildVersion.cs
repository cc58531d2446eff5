using System.Reflection;

namespace Clipper.Bench.Cli;

/// <summary>The version that this program was built as.</summary>
internal static class BuildVersion
{
    /// <summary>Version and commit, e.g. <c>0.1.0+1a2b3c4…</c>.</summary>
    public static string Text { get; } = typeof(BuildVersion).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>Who provides TorchSharp and ScottPlot: local, cpu or cuda (docs/architecture.md).</summary>
    public static string Providers { get; } = typeof(BuildVersion).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(metadata => metadata.Key == nameof(Providers))?.Value ?? "unknown";

    /// <summary>The version without the commit.</summary>
    public static string Number => Text.Split('+')[0];

    /// <summary>The commit that it was built from, or null outside a checkout.</summary>
    public static string? Commit => Text.Split('+') is [_, var commit] ? commit : null;
}
